// SPDX-License-Identifier: EUPL-1.2
#include "commons/walking/words.hpp"

#include "base/check.hpp"

namespace wf::walking {
namespace {

constexpr std::array<Word<Sphere>, 3> spheres{{
    {"personal", Sphere::personal},
    {"communal", Sphere::communal},
    {"institutional", Sphere::institutional},
}};
constexpr std::array<Word<Condition>, 4> conditions{{
    {"socio_economic_security", Condition::socio_economic_security},
    {"social_inclusion", Condition::social_inclusion},
    {"social_cohesion", Condition::social_cohesion},
    {"social_empowerment", Condition::social_empowerment},
}};
constexpr std::array<Word<reach::Attribute>, reach::attribute_count> attributes{{
    {"surface", reach::Attribute::surface},
    {"smoothness", reach::Attribute::smoothness},
    {"kerb", reach::Attribute::kerb},
    {"width", reach::Attribute::width},
    {"incline", reach::Attribute::incline},
    {"passage", reach::Attribute::passage},
    {"access", reach::Attribute::access},
    {"sidewalk", reach::Attribute::sidewalk},
    {"bench", reach::Attribute::bench},
}};
constexpr std::array<Word<reach::Road>, reach::road_count> roads{{
    {"footway", reach::Road::footway},
    {"path", reach::Road::path},
    {"cycleway", reach::Road::cycleway},
    {"track", reach::Road::track},
    {"pedestrian", reach::Road::pedestrian},
    {"living_street", reach::Road::living_street},
    {"residential", reach::Road::residential},
    {"service", reach::Road::service},
    {"unclassified", reach::Road::unclassified},
    {"tertiary", reach::Road::tertiary},
    {"secondary", reach::Road::secondary},
    {"primary", reach::Road::primary},
    {"steps", reach::Road::steps},
    {"crossing", reach::Road::crossing},
    {"platform", reach::Road::platform},
    {"corridor", reach::Road::corridor},
    {"ferry", reach::Road::ferry},
    {"square", reach::Road::square},
}};
constexpr std::array<Word<reach::Surroundings>, 2> all_surroundings{{
    {"built_up", reach::Surroundings::built_up},
    {"rural", reach::Surroundings::rural},
}};

template <class E>
std::string_view sign_of(E value, std::span<Word<E> const> words)
{
    for (auto const& one : words) {
        if (one.value == value) return one.sign;
    }
    report_bug("a value with a word", __FILE__, __LINE__);
}

} // namespace

std::span<Word<Sphere> const> sphere_words()
{
    return spheres;
}
std::span<Word<Condition> const> condition_words()
{
    return conditions;
}
std::span<Word<reach::Attribute> const> attribute_words()
{
    return attributes;
}
std::span<Word<reach::Road> const> road_words()
{
    return roads;
}
std::span<Word<reach::Surroundings> const> surroundings_words()
{
    return all_surroundings;
}

std::string_view to_word(Sphere sphere)
{
    return sign_of(sphere, sphere_words());
}
std::string_view to_word(Condition condition)
{
    return sign_of(condition, condition_words());
}
std::string_view to_word(reach::Attribute attribute)
{
    return sign_of(attribute, attribute_words());
}
std::string_view to_word(reach::Road road)
{
    return sign_of(road, road_words());
}
std::string_view to_word(reach::Surroundings surroundings)
{
    return sign_of(surroundings, surroundings_words());
}

} // namespace wf::walking
