// SPDX-License-Identifier: EUPL-1.2
// Question     how sure are the coefficients of a least squares fit, when rows differ in spread or belong together?
// Assumption   classical: all rows spread alike; hc: rows stand alone; cr: clusters stand alone, whatever happens inside them.
// Method       hc0 to hc3 (MacKinnon and White 1985). cr0; cr1 = cr0 G/(G-1); cr1s = cr1 (n-1)/(n-k); cr2 (Bell and McCaffrey 2002) and cr3 with
//              identity as working model, as clubSandwich. df: n-k for classical and hc; G-1 for cr0, cr1, cr1s; Satterthwaite for cr2,
//              cr3. Two clusters: V1 + V2 - V12 (Cameron, Gelbach and Miller 2011), df by the smaller. Wald: HTZ for clusters, F else.
// Shapes       n rows, k columns, G clusters: O(n k^2 + G k^3); no matrix has the size of a cluster.
// Errors       refused: one_cluster, two_way (cr2, cr3, or a wald test, with two clusters), whole_leverage (cr3, when one cluster alone decides
//              a coefficient), not_told_apart (a wald test of coefficients that have no spread), df_too_small (HTZ).
// Source       Pustejovsky and Tipton (2018); clubSandwich 0.5.8, sandwich 3.0.
#pragma once

#include "kernel/stat/design.hpp"
#include "kernel/stat/least_squares.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace wf::stat {

enum class Spread { classical, hc0, hc1, hc2, hc3, cr0, cr1, cr1s, cr2, cr3 };
inline constexpr std::array spread_words{std::pair{Spread::classical, "classical"},
                                         std::pair{Spread::hc0, "hc0"},
                                         std::pair{Spread::hc1, "hc1"},
                                         std::pair{Spread::hc2, "hc2"},
                                         std::pair{Spread::hc3, "hc3"},
                                         std::pair{Spread::cr0, "cr0"},
                                         std::pair{Spread::cr1, "cr1"},
                                         std::pair{Spread::cr1s, "cr1s"},
                                         std::pair{Spread::cr2, "cr2"},
                                         std::pair{Spread::cr3, "cr3"}};

[[nodiscard]] std::optional<Spread> find_spread(std::string_view word);
[[nodiscard]] std::string_view to_word(Spread spread);
[[nodiscard]] bool is_clustered(Spread spread);
[[nodiscard]] bool needs_leverage(Spread spread);

struct Wald {
    double f{0};
    double df1{0};
    double df2{0};
    double p{1};
};

class Covariance {
public:
    /// `leverage`: of each row, by what was absorbed; may be empty. Clusters: none, one or two, as `spread` asks.
    static Result<Covariance> make(Fit const& fit, Spread spread, std::span<Groups const> clusters,
                                   std::span<double const> leverage = {});
    ~Covariance();
    Covariance(Covariance&&) noexcept;
    Covariance& operator=(Covariance&&) noexcept;

    /// k x k.
    [[nodiscard]] Matrix const& matrix() const;
    /// Of each coefficient; not above 0 where the data do not say.
    [[nodiscard]] std::vector<double> variances() const;
    /// Of weights times coefficients.
    [[nodiscard]] double variance(std::span<double const> weights) const;
    [[nodiscard]] double df(std::span<double const> weights) const;
    [[nodiscard]] std::vector<double> dfs() const;
    /// One cluster alone decides at least half of these weights times coefficients: their spread cannot be known.
    [[nodiscard]] bool is_decided_by_one(std::span<double const> weights) const;
    /// All of these coefficients are 0.
    [[nodiscard]] Result<Wald> wald(std::span<std::size_t const> columns) const;

private:
    struct State;
    explicit Covariance(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace wf::stat
