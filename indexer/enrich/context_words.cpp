#include "context_words.hpp"

#include <algorithm>
#include <array>

#include <sitrep/schema/stop_words.hpp>

namespace sitrep::indexer {
namespace {

constexpr auto kTitles = std::to_array<std::string_view>({
    "admiral", "adviser", "aide", "ambassador", "ayatollah", "brig", "brigadier", "capt",
    "captain", "cardinal", "chairman", "chancellor", "chief", "chairwoman", "col", "colonel",
    "comandante", "commander", "commissioner", "congressman", "coronel", "coordinator", "councillor",
    "dictator", "diplomat", "director", "elect", "emir", "emperor", "envoy", "foreign", "gen",
    "general", "generale", "gov", "governor", "head", "imam", "judge", "justice", "king",
    "leader", "lieutenant", "lt", "maj", "major", "marshal", "mayor", "minister", "ministra",
    "ministre", "ministro", "monsieur", "mr", "mrs", "ms", "mullah", "negotiator", "opponent",
    "patriarch", "pope", "premier", "president", "presidenta", "presidente", "prince", "princess",
    "prosecutor", "queen", "rebel", "rep", "representative", "ruler", "sec", "secretary", "sen",
    "senator", "sgt", "shah", "sheik", "sheikh", "speaker", "spokesman", "spokesperson",
    "spokeswoman", "strongman", "sultan", "vice", "warlord", "адмирал", "генерал", "глава",
    "король", "лидер", "министр", "министра", "міністр", "міністра", "полковник", "посол",
    "премьер", "президент", "президента", "президентом", "президенту", "прем", "спикер", "речник",
    "очільник", "الامير", "الجنرال", "الرئيس", "الشيخ", "العقيد", "الملك", "الوزير", "رئيس",
    "الفريق", "اللواء"});

constexpr auto kStatements = std::to_array<std::string_view>({
    "accepted", "accused", "accuses", "adds", "added", "agreed", "agrees", "announced",
    "announces", "appealed", "approved", "argued", "argues", "asked", "backed", "backs",
    "blamed", "blames", "called", "calls", "claimed", "claims", "condemned", "condemns",
    "confirmed", "confirms", "considers", "declared", "declares", "decided", "demanded",
    "demands", "denied", "denies", "denounced", "denounces", "dismissed", "dismisses", "expelled", "expels",
    "expressed", "fears", "hopes", "imposed", "imposes", "insisted", "insists", "offered", "offers",
    "ordered", "orders", "pledged", "pledges", "promised", "promises", "proposed", "proposes",
    "recognised", "recognized", "refused", "refuses", "rejected", "rejects", "responded",
    "retaliated", "said", "says", "signalled", "summoned", "supports", "suspended", "suspends",
    "threatened", "threatens", "urged", "urges", "vowed", "vows", "wants", "warned", "warns",
    "welcomed", "welcomes"});

constexpr auto kActions = std::to_array<std::string_view>({
    "abstained", "annexed", "armed", "attacked", "attacks", "banned", "bans", "blocked", "blocks",
    "bombed", "bombs", "broke", "ceded", "closed", "closes", "cut", "cuts", "deployed", "deploys",
    "deport", "downs", "ejects", "evacuated", "expels", "extradited", "fired", "fires", "freed",
    "frees", "gave", "gives", "halted", "halts", "handed", "hit", "hits", "hosted", "hosts",
    "invaded", "invades", "invokes", "joined", "joins", "launched", "launches", "lifted", "lifts",
    "mediated", "opened", "opens", "patrols", "pulled", "pulls", "put", "puts", "recalled",
    "recalls", "regrets", "released", "releases", "resumed", "resumes", "seized", "seizes", "sends",
    "sent", "severed", "severs", "shuts", "signed", "signs", "struck", "summons", "tested", "tests",
    "threw", "used", "vetoed", "vetoes", "voted", "withdrew", "withdraws"});

constexpr auto kDirections = std::to_array<std::string_view>({
    "camp",  "central",  "cote",  "east",     "eastern", "fort",   "greater", "inner",
    "lower", "mount",    "new",   "north",    "northern", "port",  "saint",   "san",
    "south", "southern", "upper", "west",     "western", "lake"});

template <std::size_t kSize>
class WordSet {
public:
    explicit WordSet(std::array<std::string_view, kSize> words) : words_(words) {
        std::ranges::sort(words_);
    }
    [[nodiscard]] bool has(std::string_view word) const noexcept {
        return std::ranges::binary_search(words_, word);
    }

private:
    std::array<std::string_view, kSize> words_;
};

}  // namespace

ContextSigns context_signs(std::string_view word) {
    static const WordSet titles(kTitles);
    static const WordSet statements(kStatements);
    static const WordSet actions(kActions);
    static const WordSet directions(kDirections);
    ContextSigns signs;
    signs.is_title = titles.has(word);
    signs.is_statement = statements.has(word);
    signs.is_action = signs.is_statement || actions.has(word);
    signs.is_direction = directions.has(word);
    signs.is_stop_word = schema::is_stop_word(word);
    signs.is_helper = word == "has" || word == "had" || word == "have" || word == "also";
    signs.is_and = word == "and";
    return signs;
}

}  // namespace sitrep::indexer
