// SPDX-License-Identifier: EUPL-1.2
// A database with a trail for the length of a test, and the ids that the tests invent. Only tests of this folder include it.
#pragma once

#include "commons/trail/chain.hpp"
#include "commons/trail/trail.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace wf::trail {

inline std::string const workspace = "01900000-0000-7000-8000-0000000000aa";
inline std::string const other_workspace = "01900000-0000-7000-8000-0000000000bb";
inline std::string const clerk = "01900000-0000-7000-8000-000000000001";
inline std::string const person = "01900000-0000-7000-8000-000000000002";
inline std::string const other_person = "01900000-0000-7000-8000-000000000003";

class TrailStore {
public:
    enum class Sort { memory, file };

    explicit TrailStore(Sort sort = Sort::memory)
    {
        std::string url = "sqlite::memory:";
        if (sort == Sort::file) {
            m_folder = (std::filesystem::temp_directory_path() / "wf-trail-XXXXXX").string();
            if (::mkdtemp(m_folder.data()) == nullptr) throw store::StoreFailure{"no folder for a test"};
            url = "sqlite:" + path();
        }
        m_store = store::Store::open(url).value();
        static_cast<void>(m_store->migrate(migrations()).value());
    }
    ~TrailStore()
    {
        m_store.reset();
        std::error_code ignored;
        if (!m_folder.empty()) std::filesystem::remove_all(m_folder, ignored);
    }
    TrailStore(TrailStore const&) = delete;
    TrailStore& operator=(TrailStore const&) = delete;

    [[nodiscard]] std::string path() const { return m_folder + "/test.db"; }
    [[nodiscard]] store::Store& store() { return *m_store; }
    /// What was written is in the file now, and not beside it.
    void close() { m_store.reset(); }

    Result<void> add(Entry const& entry)
    {
        return m_store->write([&](store::Session& session) { return trail.add(session, entry); });
    }
    void make_key(std::string const& of)
    {
        m_store->write([&](store::Session& session) { return trail.person_keys().make(session, of); }).value();
    }
    bool destroy_key(std::string const& of)
    {
        return m_store->write([&](store::Session& session) -> Result<bool> { return PersonKeys::destroy(session, of); })
            .value();
    }
    /// Any statement: what somebody with the file in hands can do.
    std::int64_t tamper(std::string const& sql)
    {
        return m_store->write([&](store::Session& session) -> Result<std::int64_t> { return session.exec(sql); })
            .value();
    }
    Verified verify(std::optional<Anchor> const& expected = {}, std::string const& of = workspace)
    {
        return m_store->read([&](store::Session& session) { return trail::verify(session, of, expected); });
    }
    std::vector<SeenEntry> list(Choice const& choice)
    {
        return m_store->read([&](store::Session& session) { return trail.list(session, choice); });
    }

    Trail trail{secret::Key::make()};

private:
    std::string m_folder;
    std::unique_ptr<store::Store> m_store;
};

/// Runs `check(TrailStore&)` on a new store of each sort.
template <class F>
void on_both(F const& check)
{
    SUBCASE("in memory")
    {
        TrailStore store;
        check(store);
    }
    SUBCASE("in a file")
    {
        TrailStore store{TrailStore::Sort::file};
        check(store);
    }
}

inline Entry entry_about_role(std::string const& record_id)
{
    return {workspace, clerk, "membership.change", "membership", record_id, {{"role", "member", "editor"}}};
}

inline Entry entry_about_person(std::string const& whom)
{
    return {
        workspace, clerk, "account.change",
        "account", whom,  {{"mail", "jansen@example.org", "j.pietersen@example.org", whom}, {"role", {}, "member"}}};
}

} // namespace wf::trail
