// SPDX-License-Identifier: EUPL-1.2
// The pages of reach: who reaches what, where it could be better, what if, a place, a profile, what we do not know, the norm.
#pragma once

#include "feature/reach/choropleth.hpp"
#include "feature/reach/picture.hpp"
#include "feature/reach/towns.hpp"
#include "feature/reach/what_if.hpp"
#include "platform/web/feature.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace wf::reach_pages {

/// What all pages of one site share.
struct Desk {
    explicit Desk(std::shared_ptr<Rules const> with) : kept_rules{std::move(with)} {}

    Pictures pictures;
    Towns towns;
    Drawings drawings;
    store::Kept<reach::CategoryAnswer> nows{8}; ///< what a what-if is held against
    store::Kept<WhatIfAnswer> what_ifs{16};     ///< a page and the points on its map ask the same
    std::shared_ptr<Rules const> kept_rules;
    Rules const& rules{*kept_rules};
};

/// The municipality of this site, unless the visitor asks for another (?gemeente=GM0166).
[[nodiscard]] std::string municipality_of(web::Visit const& visit);

/// /bereik: who reaches what on foot; ?wie=rollator&waar=supermarket&minuten=10
Result<http::Response> reach_page(web::Visit const& visit, Desk& desk);
/// /kansen: where people do not come in time; ?wie=rollator&waar=
Result<http::Response> gaps_page(web::Visit const& visit, Desk& desk);
/// /kansen/wat-als: ?wat=place|bench|kerb|crossing|path&wie=&waar=&plek= (an address, a place's id or "52.55,5.91")&naar=
Result<http::Response> what_if_page(web::Visit const& visit, Desk& desk);
/// /adres: what is near one's own door, and the way to one place and back. GET is the form (?wie=&naar=), POST its answer.
Result<http::Response> address_page(web::Visit const& visit, Desk& desk);
Result<http::Response> address_answer(web::Visit const& visit, Desk& desk);
/// /voorstellen: what-ifs that somebody kept (GET), ?vergelijk=ID&vergelijk=ID side by side; keeps one (POST)
Result<http::Response> proposals_page(web::Visit const& visit, Desk& desk);
Result<http::Response> proposal_answer(web::Visit const& visit, Desk& desk);
/// /voorstel/{id}
Result<http::Response> proposal_page(web::Visit const& visit, Desk& desk);
/// /plekken: places of a kind; ?waar=supermarket
Result<http::Response> places_page(web::Visit const& visit, Desk& desk);
/// /plek/{id}
Result<http::Response> place_page(web::Visit const& visit, Desk& desk);
/// /lopers and /loper/{id}: who walks, and each assumption about them
Result<http::Response> profiles_page(web::Visit const& visit, Desk& desk);
Result<http::Response> profile_page(web::Visit const& visit, Desk& desk);
/// /straten: what is known of the streets, and the twenty that are worth a look; ?wie=rollator
Result<http::Response> streets_page(web::Visit const& visit, Desk& desk);
/// /straten/{type}/{id}: the form of one street or crossing (GET), and its answer (POST)
Result<http::Response> street_page(web::Visit const& visit, Desk& desk);
Result<http::Response> street_answer(web::Visit const& visit, Desk& desk);
/// /basisvoorzieningen: the norm of the municipality held against reach
Result<http::Response> norm_page(web::Visit const& visit, Desk& desk);

/// /uitgangspunten: the files that all of this is reckoned with, and what a municipality changed in them
Result<http::Response> rules_page(web::Visit const& visit, Desk& desk);

/// Panel home.answer: the question and its answer; nothing where nothing was worked out yet.
Result<void> write_home_panel(html::Html& page, web::Visit const& visit, Desk& desk);
/// Panel in area.state: where does somebody with a rollator come in time?
Result<void> write_area_panel(html::Html& page, web::Visit const& visit, Desk& desk, std::string_view area_code);
/// Panel run.reach.walk.
Result<void> write_run_panel(html::Html& page, web::Visit const& visit, std::string_view run_id);

} // namespace wf::reach_pages
