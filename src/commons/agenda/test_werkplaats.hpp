// SPDX-License-Identifier: EUPL-1.2
// For tests: a werkplaats in memory, with an agenda.
#pragma once

#include "commons/agenda/agenda.hpp"
#include "commons/search/search.hpp"
#include "commons/workspaces/workspaces.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace wf::agenda {

struct TestWerkplaats {
    static constexpr auto worker = "0190a0b0-0000-7000-8000-000000000001";
    std::unique_ptr<store::Store> store;
    trail::Trail trail{secret::Key::make()};
    std::string id;

    /// `more`: migrations of what stands on the agenda.
    explicit TestWerkplaats(std::initializer_list<std::vector<store::Migration>> more)
    {
        store = store::Store::open("sqlite::memory:").value();
        std::vector<store::Migration> all;
        for (auto const& list :
             {workspaces::migrations(), search::migrations(), trail::migrations(), agenda::migrations()})
            std::copy(list.begin(), list.end(), std::back_inserter(all));
        for (auto const& list : more) std::copy(list.begin(), list.end(), std::back_inserter(all));
        static_cast<void>(store->migrate(all).value());
        auto const made = store->write(
            [](store::Session& s) { return workspaces::add(s, "Werkplaats", workspaces::Kind::werkplaats, ""); });
        id = made.value().id;
    }
    template <class F>
    auto attempt(F&& work)
    {
        return store->write(std::forward<F>(work));
    }
    template <class F>
    auto write(F&& work)
    {
        auto result = store->write(std::forward<F>(work));
        REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().code));
        if constexpr (!std::is_same_v<decltype(result), Result<void>>) return std::move(result).value();
    }
    template <class F>
    auto read(F&& work)
    {
        return store->read(std::forward<F>(work));
    }
    /// On the agenda; its id.
    std::string question(std::string const& words)
    {
        return write([&](store::Session& s) -> Result<std::string> {
            Question question;
            question.workspace_id = id;
            question.asked_words = words;
            WF_TRY(auto const asked, ask(s, trail, question, ""));
            WF_TRY_VOID(agenda::write(s, trail, asked.question, {words, "", "", ""}, worker));
            auto const written = agenda::find(s, id, asked.question.id);
            WF_TRY_VOID(tell(s, trail, *written, {"", "", Status::on_agenda, "", "", ""}, worker));
            return asked.question.id;
        });
    }
    std::vector<Word> words(std::string const& question)
    {
        return read([&](store::Session& s) { return list_words(s, *agenda::find(s, id, question)); });
    }
    Status status(std::string const& question)
    {
        return read([&](store::Session& s) { return agenda::find(s, id, question)->status; });
    }
};

} // namespace wf::agenda
