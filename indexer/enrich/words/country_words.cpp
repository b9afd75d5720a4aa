#include "country_words.hpp"

#include "word_signs.hpp"

#include <array>

namespace sitrep::indexer {
namespace {

constexpr auto kInside = std::to_array<std::string_view>(
    {"across",  "around", "at",  "in",    "inside", "near",  "outside", "throughout",
     "within",  "au",     "aux", "chez",  "dans",   "en",    "pres",    "sur",
     "cerca",   "в",      "во",  "возле", "на",     "около", "под",     "біля",
     "поблизу", "під",    "у",   "في",    "قرب",    "داخل"});

constexpr auto kWays = std::to_array<std::string_view>(
    {"from", "into",  "off",   "through", "to", "toward", "towards", "via", "depuis",
     "vers", "desde", "hacia", "hasta",   "до", "из",     "к",       "от",  "через",
     "від",  "до",    "з",     "зі",      "із", "الي",    "إلى",     "من",  "نحو"});

constexpr auto kArticles = std::to_array<std::string_view>(
    {"a", "an", "d", "el", "l", "la", "las", "le", "les", "los", "southern", "northern", "eastern",
     "western", "central", "neighbouring", "neighboring", "nearby", "the"});

constexpr auto kComments = std::to_array<std::string_view>(
    {"applauded", "appealed",       "asked",         "called",     "calls",     "condemned",
     "condemns",  "congratulated",  "criticised",    "criticized", "deplored",  "hailed",
     "praised",   "regretted",      "said",          "says",       "thanked",   "urged",
     "urges",     "voiced",         "warned",        "welcomed",   "welcomes",  "appele",
     "condamne",  "felicite",       "salue",         "celebro",    "condeno",   "dijo",
     "felicito",  "pidio",          "saludo",        "заявил",     "заявила",   "заявили",
     "осудил",    "осудила",        "осудили",       "поздравил",  "призвал",   "призвала",
     "призвали",  "приветствовала", "приветствовал", "заявив",     "заявили",   "засудив",
     "засудила",  "засудили",       "закликав",      "закликала",  "закликали", "привітав",
     "привітала", "привітали"});

constexpr auto kLeisure = std::to_array<std::string_view>(
    {// Sports and games.
     "athlete", "athletes", "badminton", "baseball", "basketball", "batsman", "batsmen", "bowled",
     "bowler", "bowlers", "championship", "championships", "checkmate", "chess", "clubs", "coach",
     "cricket", "crossbar", "cup", "cyclist", "defender", "derby", "dribble", "fans", "fixture",
     "football", "footballer", "footballers", "gameplay", "gamer", "gamers", "goalkeeper",
     "goalless", "grandmaster", "header", "hockey", "innings", "jersey", "kickoff", "leaderboard",
     "league", "match", "medal", "medals", "midfield", "midfielder", "nba", "olympic", "olympics",
     "peloton", "penalties", "pitch", "playoff", "playoffs", "podium", "quarterfinal", "referee",
     "rugby", "scorer", "semifinal", "semifinals", "shootout", "spectators", "striker", "stumps",
     "substitute", "teammate", "teammates", "tennis", "tournament", "trophy", "umpire", "unbeaten",
     "wicket", "wickets", "winger", "wrestler", "buteur", "championnat", "entraineur",
     "footballeur", "joueur", "joueurs", "ligue", "selectionneur", "supporters", "tournoi",
     "aficionados", "arbitro", "campeonato", "delantero", "entrenador", "futbol", "futbolista",
     "goleador", "jugador", "jugadores", "liga", "mundial", "portero", "torneo", "болельщики",
     "болельщиков", "вратарь", "гол", "матч", "матча", "матче", "нападающий", "полузащитник",
     "сборная", "сборной", "тайме", "тренер", "тренера", "турнир", "турнира", "форвард", "футбол",
     "футболист", "хоккей", "чемпионата", "шахматист", "вболівальники", "воротар", "матчі", "матчу",
     "нападник", "півзахисник", "таймі", "тренера", "турнір", "турніру", "футболіст", "чемпіонату",
     "хокей", "збірна", "збірної", "الحارس", "الدوري", "الشوط", "اللاعب", "اللاعبين", "المباراة",
     "المدرب", "المنتخب", "مباراة",
     // Food, shows, travel.
     "actor", "actress", "album", "albums", "baked", "bestseller", "boiled", "bowl", "broth",
     "butter", "celebrities", "celebrity", "cheese", "chef", "chefs", "cinema", "cinemas",
     "contestant", "contestants", "cookbook", "cuisine", "delicious", "dessert", "dish", "dishes",
     "dough", "dumpling", "dumplings", "eggs", "episode", "episodes", "flavour", "fried", "garlic",
     "guitar", "holidaymakers", "kitchen", "lemon", "lentils", "lyrics", "melody", "menu",
     "moviegoers", "movie", "movies", "museum", "noodles", "olive", "onion", "onions", "oven",
     "playlist", "recipe", "recipes", "restaurant", "restaurants", "sauce", "sequel", "simmer",
     "singer", "sitcom", "song", "songs", "soundtrack", "soup", "spices", "stew", "tasting",
     "tomato", "vinegar", "vocals", "waiter", "wine", "wines", "yoghurt", "beurre", "chanson",
     "chanteur", "chanteuse", "cuisinier", "recette", "recettes", "ail", "oignons", "sauce", "vin",
     "ajo", "arroz", "cancion", "cantante", "cebolla", "cocina", "cocinero", "pelicula", "receta",
     "recetas", "salsa", "turistas", "vino", "актер", "блюдо", "блюда", "вино", "гитара", "кухни",
     "певица", "певец", "песни", "песня", "рецепт", "рецепты", "ресторан", "соус", "фильм", "борщ",
     "кухар", "пісня", "пісні", "рецепт", "співак", "співачка", "страва", "страви", "фільм",
     "اغنية", "الطباخ", "المطبخ", "المطعم", "الفيلم", "وصفة"});

constexpr auto kBusiness = std::to_array<std::string_view>(
    {"acquisition",   "acquire",      "acquired",    "analysts",      "assets",     "bank",
     "bankers",       "banking",      "banks",       "bid",           "billing",    "bond",
     "bonds",         "brokers",      "buyout",      "cargo",         "cash",       "cents",
     "chairman",      "commodity",    "common",      "companies",     "company",    "convertible",
     "corp",          "corporate",    "coupon",      "credit",        "crude",      "currency",
     "dealers",       "debentures",   "debt",        "deficit",       "deposits",   "discount",
     "dividend",      "dlrs",         "dollar",      "earnings",      "equity",     "exchange",
     "exporters",     "exports",      "finance",     "financing",     "firm",       "firms",
     "fiscal",        "futures",      "gdp",         "growth",        "holdings",   "imports",
     "inc",           "income",       "inflation",   "interest",      "invest",     "investment",
     "investors",     "issue",        "lending",     "loan",          "loans",      "ltd",
     "manufacturing", "margin",       "market",      "markets",       "merger",     "mln",
     "net",           "output",       "outstanding", "pct",           "percentage", "petrochemical",
     "plc",           "price",        "prices",      "pricing",       "producer",   "producers",
     "product",       "production",   "products",    "profit",        "profits",    "purchase",
     "quarter",       "quarterly",    "quota",       "rates",         "refinery",   "revenue",
     "revenues",      "sales",        "securities",  "sell",          "share",      "shareholder",
     "shareholders",  "shares",       "shipments",   "shr",           "stake",      "sterling",
     "stock",         "stocks",       "subsidiary",  "supply",        "surplus",    "takeover",
     "tariff",        "tariffs",      "tonnes",      "trade",         "traders",    "trading",
     "treasury",      "underwriters", "venture",     "wheat",         "yen",        "yield",
     "actions",       "bourse",       "banque",      "chiffre",       "dette",      "entreprise",
     "exportations",  "marche",       "milliards",   "taux",          "acciones",   "banco",
     "bolsa",         "deuda",        "empresa",     "exportaciones", "mercado",    "акции",
     "акций",         "банк",         "банка",       "биржа",         "биржи",      "инвесторы",
     "компания",      "компании",     "прибыль",     "рынка",         "рынок",      "цены",
     "акції",         "банку",        "біржа",       "інвестори",     "компанія",   "прибуток",
     "ринку",         "ціни"});

WordSigns<CountrySigns> known_words() {
    WordSigns<CountrySigns> words;
    words.add(kInside, [](CountrySigns& word) { word.is_inside = true; });
    words.add(kWays, [](CountrySigns& word) { word.is_way = true; });
    words.add(kArticles, [](CountrySigns& word) { word.is_article = true; });
    words.add(kComments, [](CountrySigns& word) { word.is_comment = true; });
    std::uint16_t last = 0;
    words.add(kLeisure, [&](CountrySigns& word) { word.leisure = ++last; });
    last = 0;
    words.add(kBusiness, [&](CountrySigns& word) { word.business = ++last; });
    return words;
}

}  // namespace

CountrySigns country_signs(std::string_view word) {
    static const WordSigns<CountrySigns> words = known_words();
    return words.of(word);
}

}  // namespace sitrep::indexer
