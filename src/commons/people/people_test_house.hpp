// SPDX-License-Identifier: EUPL-1.2
// A house in memory with two workspaces, and a clock that stands where a test wants it.
#pragma once

#include "commons/people/memberships.hpp"
#include "commons/reflections/reflections.hpp"
#include "commons/runs/runs.hpp"
#include "commons/workspaces/workspaces.hpp"
#include "platform/secret/password.hpp"

#include <cstdlib>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace wf::people {

class Clock {
public:
    explicit Clock(std::int64_t millis) { set(millis); }
    ~Clock() { ::unsetenv("WEEFSEL_NOW"); }
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    void set(std::int64_t millis) { ::setenv("WEEFSEL_NOW", std::to_string(millis).c_str(), 1); }
};

class TestHouse {
public:
    TestHouse()
        : house{secret::Key::make(), {}, [this](store::Session&, Letter const& letter) {
                    letters.push_back(letter);
                    return Result<void>{};
                }}
    {
        store = store::Store::open("sqlite::memory:").value();
        std::vector<store::Migration> all;
        for (auto more : {workspaces::migrations(), trail::migrations(), processing::migrations(), runs::migrations(),
                          watch::migrations(), reflections::migrations(), migrations()})
            std::move(more.begin(), more.end(), std::back_inserter(all));
        static_cast<void>(store->migrate(all).value());
        write([&](store::Session& s) -> Result<void> {
            top = workspaces::add(s, "Beheer", workspaces::Kind::association, "").value().id;
            werkplaats = workspaces::add(s, "Werkplaats", workspaces::Kind::werkplaats, "").value().id;
            return {};
        });
    }

    template <class F>
    auto read(F&& work)
    {
        return store->read(std::forward<F>(work));
    }
    template <class F>
    auto try_write(F&& work)
    {
        return store->write(std::forward<F>(work));
    }
    template <class F>
    void write(F&& work)
    {
        store->write(std::forward<F>(work)).value();
    }
    template <class F>
    auto write_value(F&& work)
    {
        auto result = store->write(std::forward<F>(work));
        return std::move(result).value();
    }

    std::string add_person(std::string const& name, std::string const& mail, std::string const& password = "")
    {
        return write_value([&](store::Session& s) -> Result<std::string> {
            WF_TRY(auto id, add_account(s, house, mail, name, "nl"));
            if (!password.empty())
                WF_TRY_VOID(set_password(s, house, id, secret::hash_password(password, house.password_key()), id, ""));
            return id;
        });
    }

    /// Does any cell of the tables about people and their trail hold these letters, as bytes or as text?
    bool holds_text(std::string const& letters_sought)
    {
        bool found = false;
        read([&](store::Session& s) {
            std::vector<std::string> columns;
            s.query(
                "SELECT m.name || '.' || p.name FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' "
                "ORDER BY 1",
                {}, [&](store::Row const& row) { columns.push_back(row.string(0)); });
            for (auto const& column : columns) {
                auto const point = column.find('.');
                s.query("SELECT count(*) FROM " + column.substr(0, point) + " WHERE instr(CAST(" +
                            column.substr(point + 1) + " AS BLOB), CAST($1 AS BLOB)) > 0",
                        {letters_sought}, [&](store::Row const& row) { found = found || row.integer(0) > 0; });
            }
        });
        return found;
    }

    std::unique_ptr<store::Store> store;
    std::vector<Letter> letters;
    House house;
    std::string top;
    std::string werkplaats;
};

} // namespace wf::people
