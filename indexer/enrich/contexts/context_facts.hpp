#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep::indexer {

/// What is judged of a country that a report names, and of the report itself: whether it is written
/// like the articles of newspapers and agencies, of which other rules decide.
enum ContextTarget : std::uint8_t {
    kIsAbout,
    kGovernmentActs,
    kForcesAct,
    kIsPress,
    kContextTargets
};

/// What means a country in a text.
enum class MentionForm : std::uint8_t { Name, Adjective, Capital, Place, Person, Actor };
inline constexpr auto kFormNames =
    std::to_array<std::string_view>({"name", "adjective", "capital", "place", "person", "actor"});

/// Where a word stands beside it: the next one or one of the next few behind it, likewise before.
enum class ContextSide : std::uint8_t { Next, Behind, Before, Ahead };
inline constexpr auto kSideNames =
    std::to_array<std::string_view>({"next", "behind", "before", "ahead"});

/// What a word is to a country: beside something that means it, by form and side; or in a sentence
/// with a name, an adjective or a place of it.
using ContextRelation = std::uint8_t;
constexpr ContextRelation relation_of(MentionForm form, ContextSide side) noexcept {
    return static_cast<ContextRelation>(static_cast<std::size_t>(form) * kSideNames.size() +
                                        static_cast<std::size_t>(side));
}
inline constexpr ContextRelation kInSentence =
    static_cast<ContextRelation>(kFormNames.size() * kSideNames.size());
inline constexpr std::size_t kContextRelations = kInSentence + 1;

/// Stands for a word where a sentence begins or ends.
inline constexpr std::string_view kSentenceEnd = ".";

/// What else is known of a country of the report.
enum class ContextFact : std::uint8_t {
    Start,  ///< always there
    LogOdds,
    Probability,
    // What the rules of names found.
    GovernmentName,
    GovernmentSeat,
    GovernmentTitle,
    ForcesName,
    ForcesSeat,
    ForcesTitle,
    UnnamedGovernment,
    UnnamedForces,
    // How many countries the report is about.
    AboutNone,
    AboutOne,
    AboutTwo,
    AboutThree,
    AboutMore,
    ShareOfPlaces,
    FewWords,  ///< 1 for none, 0 from twenty-five on: a title, a flash
    // Which other actors of it are named.
    Person,
    Ministry,
    ArmedForces,
    ArmedGroup,
    Organisation,
    Alliance,
    Party,
    Company,
    // By form and place: title, then body.
    FirstForm,
    // What it is to the labelled reports that are alike.
    AlikeAbout = FirstForm + 2 * kFormNames.size(),
    AlikeAboutRoot,
    AlikeAnyGovernment,
    AlikeAnyForces,
    AlikeGovernment,
    AlikeForces,
    AlikeGovernmentRatio,
    AlikeForcesRatio,
    Count,
};
inline constexpr auto kContextFacts = static_cast<std::size_t>(ContextFact::Count);

/// As the table of weights calls them, in their order.
inline constexpr auto kFactNames = std::to_array<std::string_view>({"start",
                                                                    "log-odds",
                                                                    "probability",
                                                                    "government-name",
                                                                    "government-seat",
                                                                    "government-title",
                                                                    "forces-name",
                                                                    "forces-seat",
                                                                    "forces-title",
                                                                    "unnamed-government",
                                                                    "unnamed-forces",
                                                                    "about-none",
                                                                    "about-one",
                                                                    "about-two",
                                                                    "about-three",
                                                                    "about-more",
                                                                    "share-of-places",
                                                                    "few-words",
                                                                    "person",
                                                                    "ministry",
                                                                    "armed-forces",
                                                                    "armed-group",
                                                                    "organisation",
                                                                    "alliance",
                                                                    "party",
                                                                    "company",
                                                                    "title-name",
                                                                    "body-name",
                                                                    "title-adjective",
                                                                    "body-adjective",
                                                                    "title-capital",
                                                                    "body-capital",
                                                                    "title-place",
                                                                    "body-place",
                                                                    "title-person",
                                                                    "body-person",
                                                                    "title-actor",
                                                                    "body-actor",
                                                                    "alike-about",
                                                                    "alike-about-root",
                                                                    "alike-any-government",
                                                                    "alike-any-forces",
                                                                    "alike-government",
                                                                    "alike-forces",
                                                                    "alike-government-ratio",
                                                                    "alike-forces-ratio"});
static_assert(kFactNames.size() == kContextFacts);

using ContextFactValues = std::array<double, kContextFacts>;

}  // namespace sitrep::indexer
