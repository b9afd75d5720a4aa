#include "context_words.hpp"

#include "word_signs.hpp"

#include <array>

#include <sitrep/schema/stop_words.hpp>

namespace sitrep::indexer {
namespace {

constexpr auto kTitles = std::to_array<std::string_view>(
    {"admiral",      "adviser",     "aide",       "ambassador",  "ayatollah",  "brig",
     "brigadier",    "capt",        "captain",    "cardinal",    "chairman",   "chancellor",
     "chief",        "chairwoman",  "col",        "colonel",     "comandante", "commander",
     "commissioner", "congressman", "coronel",    "coordinator", "councillor", "dictator",
     "diplomat",     "director",    "elect",      "emir",        "emperor",    "envoy",
     "foreign",      "gen",         "general",    "generale",    "gov",        "governor",
     "head",         "imam",        "judge",      "justice",     "king",       "leader",
     "lieutenant",   "lt",          "maj",        "major",       "marshal",    "mayor",
     "minister",     "ministra",    "ministre",   "ministro",    "monsieur",   "mr",
     "mrs",          "ms",          "mullah",     "negotiator",  "opponent",   "patriarch",
     "pope",         "premier",     "president",  "presidenta",  "presidente", "prince",
     "princess",     "prosecutor",  "queen",      "rebel",       "rep",        "representative",
     "ruler",        "sec",         "secretary",  "sen",         "senator",    "sgt",
     "shah",         "sheik",       "sheikh",     "speaker",     "spokesman",  "spokesperson",
     "spokeswoman",  "strongman",   "sultan",     "vice",        "warlord",    "адмирал",
     "генерал",      "глава",       "король",     "лидер",       "министр",    "министра",
     "міністр",      "міністра",    "полковник",  "посол",       "премьер",    "президент",
     "президента",   "президентом", "президенту", "прем",        "спикер",     "речник",
     "очільник",     "الامير",      "الجنرال",    "الرئيس",      "الشيخ",      "العقيد",
     "الملك",        "الوزير",      "رئيس",       "الفريق",      "اللواء"});

// Before the verb of which a state is the subject.
constexpr auto kHelpers = std::to_array<std::string_view>(
    {"meanwhile", "instead", "alone",    "once",       "therefore", "thus",       "finally",
     "then",      "alike",   "both",     "all",        "each",      "also",       "always",
     "already",   "again",   "never",    "not",        "now",       "later",      "long",
     "still",     "soon",    "has",      "had",        "have",      "having",     "is",
     "are",       "did",     "does",     "do",         "didn't",    "doesn't",    "don't",
     "would",     "will",    "may",      "might",      "must",      "should",     "could",
     "can",       "cannot",  "wouldn't", "won't",      "to",        "too",        "itself",
     "quickly",   "quietly", "formally", "officially", "publicly",  "repeatedly", "reportedly",
     "a",         "ont",     "avait",    "avaient",    "ne",        "n",          "aussi",
     "deja",      "va",      "vont",     "ha",         "han",       "habia",      "habian",
     "no",        "tambien", "ya",       "не",         "уже",       "также",      "тоже",
     "вже",       "також",   "теж",      "قد",         "لا",        "لم",         "لن"});

constexpr auto kRelatives =
    std::to_array<std::string_view>({"which", "who", "qui", "que", "который", "которая", "которое",
                                     "которые", "який", "яка", "яке", "які", "що", "что", "التي"});

constexpr auto kConjunctions =
    std::to_array<std::string_view>({"and", "et", "y", "e", "и", "та", "і", "й", "nor", "or"});

constexpr auto kArticles =
    std::to_array<std::string_view>({"the", "la", "le", "les", "el", "los", "las", "l", "l'"});

// Before a country they say that it is a place, or somebody else's object.
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"across", "against", "along",  "around",  "at",    "behind",  "beside",     "between",
     "beyond", "by",      "for",    "from",    "in",    "inside",  "into",       "near",
     "of",     "off",     "on",     "outside", "over",  "through", "throughout", "to",
     "toward", "towards", "under",  "via",     "with",  "within",  "without",    "au",
     "aux",    "avec",    "chez",   "contre",  "dans",  "de",      "depuis",     "des",
     "du",     "en",      "entre",  "par",     "pour",  "sur",     "vers",       "del",
     "al",     "con",     "contra", "desde",   "hacia", "hasta",   "para",       "por",
     "sobre",  "без",     "в",      "во",      "для",   "до",      "за",         "из",
     "к",      "ко",      "между",  "на",      "над",   "о",       "об",         "от",
     "по",     "под",     "при",    "против",  "с",     "со",      "у",          "через",
     "біля",   "від",     "з",      "зі",      "із",    "між",     "під",        "про",
     "проти",  "في",      "من",     "الى",     "على",   "عن",      "مع",         "بين",
     "ضد",     "نحو",     "قرب"});

constexpr auto kOf = std::to_array<std::string_view>(
    {"of", "from", "loyal", "belonging", "de", "du", "des", "del", "من"});

constexpr auto kAsking = std::to_array<std::string_view>(
    {"ask", "asked", "asking", "asks", "let", "petitioned", "tell", "telling", "tells", "thanked",
     "told", "urge", "urged", "urges", "urging", "want", "wants"});

constexpr auto kAside = std::to_array<std::string_view>(
    {"after", "at", "before", "by", "for", "from", "into", "of", "on", "that", "to", "under"});

constexpr auto kOthers = std::to_array<std::string_view>(
    {"allied",   "child",     "colonial",  "enemy",        "ex",
     "false",    "first",     "foreign",   "former",       "good",
     "her",      "hundred",   "hundreds",  "his",          "international",
     "its",      "mercenary", "morality",  "my",           "no",
     "opposing", "our",       "own",       "peacekeeping", "private",
     "rebel",    "religious", "renegade",  "secret",       "separatist",
     "their",    "thousand",  "thousands", "old",          "unknown",
     "whose",    "your",      "mille",     "cents",        "miles",
     "cientos",  "enfants",   "leur",      "leurs",        "sa",
     "send",     "sent",      "ses",       "son",          "ninos",
     "su",       "sus",       "бывшие",    "его",          "их",
     "свои",     "своих",     "чужие",     "його",         "колишні",
     "їхні",     "своїх"});

constexpr auto kOrgans = std::to_array<std::string_view>(
    {"agency",       "arrears",      "base",         "bases",         "building",   "camp",
     "charter",      "chief",        "commission",   "commissioner",  "compound",   "convention",
     "convoy",       "court",        "expert",       "flag",          "force",      "forces",
     "general",      "headquarters", "helicopter",   "helicopters",   "high",       "human",
     "member",       "membership",   "mission",      "missions",      "nuclear",    "panel",
     "peacekeeping", "plane",        "post",         "posts",         "rapporteur", "refugee",
     "resolution",   "resolutions",  "rights",       "safe",          "seat",       "secretary",
     "soldier",      "soldiers",     "special",      "station",       "stations",   "summit",
     "armouries",    "armories",     "armoury",      "barracks",      "car",        "cars",
     "checkpoint",   "checkpoints",  "custody",      "uniform",       "uniforms",   "tribunal",
     "troops",       "vehicles",     "vote",         "watchdog",      "charte",     "experts",
     "membre",       "membres",      "secretaire",   "siege",         "expertos",   "fuerza",
     "miembro",      "miembros",     "mision",       "resolucion",    "secretario", "sede",
     "генсек",       "генсека",      "конвенции",    "миссии",        "миссия",     "резолюции",
     "резолюция",    "резолюцию",    "устав",        "устава",        "эксперты",   "экспертов",
     "експерти",     "експертів",    "конвенції",    "місії",         "місія",      "резолюції",
     "резолюція",    "резолюцію",    "статуту",      "بعثة",          "خبراء",      "دايرة",
     "قرار",         "قوة",          "مقر",          "ميثاق",         "agencies",   "appeal",
     "call",         "conference",   "convoys",      "coordinator",   "deadline",   "embargo",
     "envoy",        "envoys",       "helpers",      "inquiry",       "inspection", "inspections",
     "inspector",    "inspectors",   "investigator", "investigators", "lorries",    "lorry",
     "mandate",      "man",          "mediator",     "mediators",     "men",        "monitor",
     "monitors",     "negotiator",   "negotiators",  "observer",      "observers",  "official",
     "officials",    "operation",    "peacekeeper",  "peacekeepers",  "personnel",  "plan",
     "plans",        "police",       "policemen",    "position",      "positions",  "relief",
     "sanctions",    "staff",        "support",      "trucks",        "worker",     "workers",
     "zone"});

constexpr auto kMilitary = std::to_array<std::string_view>(
    {"air",        "airborne",   "amphibious",   "armored",       "armoured",  "army",
     "artillery",  "ballistic",  "border",       "captured",      "combat",    "cruise",
     "dead",       "elite",      "enemy",        "federal",       "fighter",   "ground",
     "guided",     "heavy",      "helicopter",   "hypersonic",    "infantry",  "invading",
     "kamikaze",   "land",       "light",        "local",         "marine",    "mechanised",
     "mechanized", "military",   "missile",      "mounted",       "naval",     "navy",
     "nuclear",    "occupation", "occupying",    "paratroop",     "patrol",    "reconnaissance",
     "regular",    "reserve",    "retreating",   "rocket",        "spy",       "strategic",
     "suicide",    "supersonic", "surveillance", "tank",          "transport", "uniformed",
     "wounded",    "young",      "militaire",    "militaires",    "navals",    "navales",
     "speciales",  "aeriennes",  "terrestres",   "militar",       "militares", "especiales",
     "aereas",     "воздушно",   "окупаційні",   "оккупационные", "боевые",    "бойові",
     "ударні",     "ударные",    "военные",      "військові",     "العسكرية",  "الجوية",
     "البحرية",    "البرية",     "الحربية",      "المسيرة"});

constexpr auto kGoverning = std::to_array<std::string_view>(
    {"government",    "administration", "cabinet",       "regime",         "junta",
     "ministers",     "gouvernement",   "gobierno",      "regimen",        "правительство",
     "правительства", "правительством", "администрация", "администрации",  "режим",
     "режима",        "уряд",           "уряду",         "урядом",         "адміністрація",
     "адміністрації", "режиму",         "حكومة",         "ادارة",          "نظام",
     "правительству", "правительстве",  "администрацию", "администрацией", "режимом",
     "уряді",         "урядові",        "gabinete",      "administracion"});

// What happens to a land or a team rather than what a government does; and words that only end like
// a past tense.
constexpr auto kNoDeeds = std::to_array<std::string_view>(
    {"advanced",    "appeared",  "armed",     "arrived",   "attacked",  "awaited",   "based",
     "belonged",    "bombarded", "bombed",    "boomed",    "burned",    "called",    "captured",
     "celebrated",  "climbed",   "collapsed", "crashed",   "crossed",   "crumbled",  "defeated",
     "descended",   "died",      "doubled",   "downed",    "drifted",   "dropped",   "drowned",
     "emerged",     "emptied",   "ended",     "entered",   "equalised", "erupted",   "existed",
     "experienced", "exploded",  "faced",     "feared",    "finished",  "fired",     "flooded",
     "gained",      "grounded",  "happened",  "hundred",   "invaded",   "jumped",    "lacked",
     "landed",      "lived",     "looked",    "loomed",    "mattered",  "mixed",     "naked",
     "needed",      "occurred",  "played",    "plunged",   "pounded",   "qualified", "rained",
     "reached",     "recorded",  "recovered", "red",       "related",   "remained",  "roared",
     "rolled",      "sacred",    "scored",    "seemed",    "shaded",    "shared",    "shelled",
     "showed",      "slept",     "slipped",   "smelled",   "staged",    "started",   "stayed",
     "stormed",     "suffered",  "survived",  "topped",    "totalled",  "trailed",   "trained",
     "turned",      "unharmed",  "united",    "unopposed", "used",      "waited",    "watched",
     "wicked",      "wounded"});

constexpr auto kDirections = std::to_array<std::string_view>(
    {"camp",  "central",  "cote",  "east",  "eastern",  "fort", "greater", "inner",
     "lower", "mount",    "new",   "north", "northern", "port", "saint",   "san",
     "south", "southern", "upper", "west",  "western",  "lake"});

struct Known : ContextSigns {
    bool is_no_deed = false;
};

WordSigns<Known> known_words() {
    WordSigns<Known> words;
    words.add(kTitles, [](Known& word) { word.is_title = true; });
    words.add(kDirections, [](Known& word) { word.is_direction = true; });
    words.add(kHelpers, [](Known& word) { word.is_helper = true; });
    words.add(kRelatives, [](Known& word) { word.is_relative = true; });
    words.add(kConjunctions, [](Known& word) { word.is_and = true; });
    words.add(kArticles, [](Known& word) { word.is_article = true; });
    words.add(kPrepositions, [](Known& word) { word.is_preposition = true; });
    words.add(kOf, [](Known& word) { word.is_of = true; });
    words.add(kAsking, [](Known& word) { word.is_asking = true; });
    words.add(kAside, [](Known& word) { word.is_aside = true; });
    words.add(kOrgans, [](Known& word) { word.is_organ = true; });
    words.add(kOthers, [](Known& word) { word.is_others = true; });
    words.add(kMilitary, [](Known& word) { word.is_military = true; });
    words.add(kGoverning, [](Known& word) { word.is_governing = true; });
    words.add(kNoDeeds, [](Known& word) { word.is_no_deed = true; });
    return words;
}

/// Whether an English verb of the past may be what a state did: Kyiv reserved the right.
bool may_be_past(std::string_view word) {
    constexpr std::size_t kShortest = 5;
    return word.size() >= kShortest && word.ends_with("ed") && !word.ends_with("eed");
}

}  // namespace

ContextSigns context_signs(std::string_view word) {
    static const WordSigns<Known> words = known_words();
    const Known known = words.of(word);
    ContextSigns signs = known;
    signs.is_stop_word = schema::is_stop_word(word);
    signs.is_past = may_be_past(word) && !known.is_no_deed;
    return signs;
}

}  // namespace sitrep::indexer
