// SPDX-License-Identifier: EUPL-1.2
#include "base/text.hpp"
#include "feature/reach/commands.hpp"
#include "feature/reach/proposal.hpp"

#include <functional>

namespace wf::reach_pages {
namespace {

using web::CommandInput;

Error usage(std::string option, std::string detail)
{
    return {Trouble::bad_input, "usage", std::move(option), std::move(detail)};
}

std::string write_spot(ProposalSpot const& spot)
{
    return spot.name.empty() ? to_text(spot.at.lat) + "," + to_text(spot.at.lon) : spot.name;
}

Result<int> list_proposals(CommandInput const& input)
{
    auto const word = input.option("review").value_or("waiting");
    auto const review = parse_proposal_review(word);
    if (!review) return usage("--review", "\"" + word + "\" is not one of waiting, shown, removed");
    auto const found =
        input.context.store->read([&](store::Session& session) { return load_proposals(session, "", *review); });
    for (auto const& proposal : found) {
        input.out << proposal.id << "  " << proposal.made_on << "  " << proposal.municipality << "  " << proposal.name
                  << "  (" << to_word(proposal.addition) << " at " << write_spot(proposal.at);
        if (proposal.to) input.out << " to " << write_spot(*proposal.to);
        input.out << "; " << proposal.profile << " to " << proposal.category << ": " << proposal.whole.more.certain
                  << " to " << proposal.whole.more.possible << " people more)\n";
    }
    if (found.empty()) input.out << "there are none that are " << word << '\n';
    return 0;
}

/// `change` is false when there is no proposal of that id; then none of them is changed.
Result<int> change_all(CommandInput const& input, std::string_view done,
                       std::function<bool(store::Session&, std::string const& id)> const& change)
{
    if (input.arguments.empty()) return usage("ID", "name the proposals, as weefsel reach proposals lists them");
    WF_TRY_VOID(input.context.store->write([&](store::Session& session) -> Result<void> {
        for (auto const& id : input.arguments) {
            if (!change(session, id))
                return Error{Trouble::not_found, "reach.unknown_proposal", id,
                             "weefsel reach proposals lists what waits"};
        }
        return {};
    }));
    input.out << input.arguments.size() << ' ' << done << '\n';
    return 0;
}

Result<int> review_command(CommandInput const& input, ProposalReview review)
{
    return change_all(input, to_word(review), [review](store::Session& session, std::string const& id) {
        return review_proposal(session, id, review);
    });
}

} // namespace

std::vector<web::Command> make_proposal_commands()
{
    return {
        {"reach proposals",
         "[--review waiting|shown|removed]",
         "Proposals that nobody has looked at yet, or those that are shown or removed; newest first",
         {"review"},
         list_proposals},
        {"reach proposal show",
         "ID...",
         "Put proposals in the list that everybody sees",
         {},
         [](CommandInput const& input) { return review_command(input, ProposalReview::shown); }},
        {"reach proposal remove",
         "ID...",
         "Take proposals away: nobody can open them any more; the record stays",
         {},
         [](CommandInput const& input) { return review_command(input, ProposalReview::removed); }},
        {"reach proposal erase",
         "ID...",
         "Take proposals away with their record, for good: say, where the name of a person slipped in",
         {},
         [](CommandInput const& input) { return change_all(input, "erased", erase_proposal); }},
    };
}

} // namespace wf::reach_pages
