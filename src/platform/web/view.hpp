// SPDX-License-Identifier: EUPL-1.2
// Station six: what a person sees. A view names its fields once, each with help in both languages:
//
//     struct AreaRow { std::string code; std::optional<double> inhabitants; web::Geometry outline; };
//     template <class V> void fields(V& v, AreaRow const& x)
//     {
//         v("code", x.code, "CBS-code van het gebied", "CBS code of the area");
//         ...
//     }
//
// JSON, CSV, GeoJSON and docs/reference follow from that list. A page is a Table: one summary and rows.
#pragma once

#include "base/csv.hpp"
#include "base/json_writer.hpp"
#include "platform/web/feature.hpp"
#include "platform/web/shell.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace wf::web {

/// A GeoJSON geometry object as text, WGS 84, already checked; only GeoJSON carries it.
struct Geometry {
    std::string json;
};

/// A view without a summary or without rows.
struct Nothing {};
template <class V>
void fields(V&, Nothing const&)
{
}

/// An empty text is a missing one: an empty cell, null.
[[nodiscard]] inline std::optional<std::string> maybe(std::string const& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

template <class Summary, class Row>
struct Table {
    Summary summary;
    std::vector<Row> rows;
};

namespace detail {

class JsonFields {
public:
    explicit JsonFields(JsonWriter& writer) : m_writer{writer} {}
    template <class T>
    void operator()(std::string_view name, T const& value, std::string_view, std::string_view)
    {
        if constexpr (!std::is_same_v<T, Geometry>) m_writer.member(name, value);
    }

private:
    JsonWriter& m_writer;
};

class CsvHeader {
public:
    std::vector<std::string> names;
    template <class T>
    void operator()(std::string_view name, T const&, std::string_view, std::string_view)
    {
        if constexpr (!std::is_same_v<T, Geometry>) names.emplace_back(name);
    }
};

class CsvCells {
public:
    explicit CsvCells(CsvWriter& writer) : m_writer{writer} {}
    template <class T>
    void operator()(std::string_view, T const& value, std::string_view, std::string_view)
    {
        if constexpr (!std::is_same_v<T, Geometry>) write(value);
    }

private:
    template <class T>
    void write(T const& value)
    {
        if constexpr (requires { value.has_value(); }) {
            if (value) write(*value);
            else m_writer.missing();
        } else if constexpr (std::is_same_v<T, bool>) {
            m_writer.text(value ? "true" : "false");
        } else if constexpr (std::integral<T>) {
            m_writer.integer(value);
        } else if constexpr (std::floating_point<T>) {
            m_writer.number(value);
        } else {
            m_writer.text(value);
        }
    }
    CsvWriter& m_writer;
};

class GeometryFinder {
public:
    Geometry const* found{nullptr};
    template <class T>
    void operator()(std::string_view, T const& value, std::string_view, std::string_view)
    {
        if constexpr (std::is_same_v<T, Geometry>) found = &value;
    }
};

class FieldLister {
public:
    std::vector<FieldHelp> listed;
    template <class T>
    void operator()(std::string_view name, T const&, std::string_view nl, std::string_view en)
    {
        listed.push_back({std::string{name}, type_of<T>(), std::string{nl}, std::string{en}});
    }

private:
    template <class T>
    static std::string type_of()
    {
        if constexpr (requires(T const& value) { value.has_value(); }) {
            return type_of<typename T::value_type>() + " or null";
        } else if constexpr (std::is_same_v<T, Geometry>) {
            return "geometry (GeoJSON only)";
        } else if constexpr (std::is_same_v<T, bool>) {
            return "boolean";
        } else if constexpr (std::integral<T>) {
            return "integer";
        } else if constexpr (std::floating_point<T>) {
            return "number";
        } else {
            return "text";
        }
    }
};

} // namespace detail

/// The fields of a row type with their help: for docs/reference and its test.
template <class Row>
std::vector<FieldHelp> list_fields()
{
    detail::FieldLister lister;
    fields(lister, Row{});
    return lister.listed;
}

template <class Summary, class Row>
ViewHelp describe(std::string name, std::string pattern)
{
    return {std::move(name), std::move(pattern), list_fields<Summary>(), list_fields<Row>()};
}

/// {summary fields..., "rows": [{...}]}
template <class Summary, class Row>
std::string to_json(Table<Summary, Row> const& table)
{
    JsonWriter writer;
    detail::JsonFields field{writer};
    writer.begin_object();
    fields(field, table.summary);
    writer.key("rows");
    writer.begin_array();
    for (auto const& row : table.rows) {
        writer.begin_object();
        fields(field, row);
        writer.end_object();
    }
    writer.end_array();
    writer.end_object();
    return std::move(writer).finish();
}

/// Rows only; the header is the list of field names.
template <class Summary, class Row>
std::string to_csv(Table<Summary, Row> const& table)
{
    detail::CsvHeader header;
    fields(header, Row{});
    CsvWriter writer{header.names};
    detail::CsvCells cells{writer};
    for (auto const& row : table.rows) {
        fields(cells, row);
        writer.end_row();
    }
    return std::move(writer).finish();
}

/// A FeatureCollection of rows; summary fields become members of the collection.
template <class Summary, class Row>
std::string to_geojson(Table<Summary, Row> const& table)
{
    JsonWriter writer;
    detail::JsonFields field{writer};
    writer.begin_object();
    writer.member("type", "FeatureCollection");
    fields(field, table.summary);
    writer.key("features");
    writer.begin_array();
    for (auto const& row : table.rows) {
        detail::GeometryFinder finder;
        fields(finder, row);
        writer.begin_object();
        writer.member("type", "Feature");
        writer.key("geometry");
        if (finder.found != nullptr && !finder.found->json.empty()) writer.raw(finder.found->json);
        else writer.null();
        writer.key("properties");
        writer.begin_object();
        fields(field, row);
        writer.end_object();
        writer.end_object();
    }
    writer.end_array();
    writer.end_object();
    return std::move(writer).finish();
}

/// A row with a member `outline` can be put on a map.
template <class Row>
inline constexpr bool has_geometry = requires(Row const& row)
{
    {
        row.outline
        } -> std::convertible_to<Geometry const&>;
};

/// The view as JSON, CSV or GeoJSON, as the visitor asked.
template <class Summary, class Row>
Result<http::Response> answer_file(Visit const& visit, Table<Summary, Row> const& table)
{
    http::Response response;
    response.cache = http::Cache::until_change;
    add_security_headers(response);
    switch (visit.request.format) {
    case http::Format::html: break;
    case http::Format::json:
        response.content_type = "application/json; charset=utf-8";
        response.body = to_json(table);
        return response;
    case http::Format::csv:
        response.content_type = "text/csv; charset=utf-8; header=present";
        response.body = to_csv(table);
        return response;
    case http::Format::geojson:
        if constexpr (has_geometry<Row>) {
            response.content_type = "application/geo+json";
            response.body = to_geojson(table);
            return response;
        } else {
            return Error{Trouble::unsupported, "web.no_geometry", "geojson", "this page has no shapes on a map"};
        }
    }
    return Error{Trouble::unsupported, "web.no_format", "", ""};
}

/// The same view as a page or as a file. `write_html` is called only for HTML.
template <class Summary, class Row, class F>
Result<http::Response> answer(Visit const& visit, Table<Summary, Row> const& table, F&& write_html)
{
    if (visit.request.format == http::Format::html) return std::forward<F>(write_html)();
    return answer_file(visit, table);
}

/// The same, never kept by a browser or a proxy: for what somebody may change at any moment. The view is made for files alone.
template <class M, class F>
Result<http::Response> answer_fresh(Visit const& visit, M&& make_view, F&& write_html)
{
    auto response = visit.request.format == http::Format::html ? std::forward<F>(write_html)()
                                                               : answer_file(visit, std::forward<M>(make_view)());
    if (response) response->cache = http::Cache::never;
    return response;
}

} // namespace wf::web
