#include "word_endings.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unicode/uscript.h>
#include <vector>

#include <sitrep/schema/language.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::searcher {
namespace {

/// Endings of words that stemmers take away or change, folded: of the languages written in Latin
/// letters that have a stemmer, of Russian and Ukrainian, of Arabic. Their own ends belong to them,
/// too.
constexpr std::string_view kLatin =
    "aba abamos aban abilities ability able ables ably acao acion aciones acoes ada adas "
    "ado ador adora adoras adores ados ale ales alla alle alta amente amenti amento "
    "amentos amiento amientos ance ances ancia ancias ancy ande ando anza anzas anze ara "
    "aram aran aremos aren aria ariam arian arile arnas aron arono assa assem ata ated "
    "ati atii atiilor ational ationally ativa ative ativi ativo ato ator ators atory aux "
    "avam avano azione azioni baar bare ben bol dir dur ee ees eis ele elijk elijke elle "
    "elles elor els ence ences encia encias ency end ende enden enza enze era erai "
    "eraient erais erait eran eras erebbero erez eria erian erin erinnen ern erna erns "
    "erono erons eront ert essa eur eurs euse euses eux evano ey ful fully fulness heden "
    "heid heit heiten het heten heter hez hoz ibilities ibility ible ibles ibly ica ical "
    "ically icas icate icates icating ication ications ichi ico icos ics ida idad idade "
    "idades idas ido idos ied ien iendo iendolos ienne iennes iens ier iere ieres ieron "
    "iers iez if ifs ig ige igen iger iges igkeit igkeiten iile iin imenti imento imentos "
    "imiento imientos imos indo ings ink ionals ioned ioning iously iraient irait iran "
    "ire iria irian irono irons iront isation isations isch ische ischen ischer isches "
    "ise ised iser isers ises ising ism isme ismes ismi ismo ismos isms issant issante "
    "issantes issants issement issements issent ist ista istas iste isten istes isti "
    "istic ists ita ite ites iti ito itok ivano ivas ively ivement iveness ives ivity "
    "ivos iyor iyorlar ization izations ize ized izer izers izes izing jes kah kan kent "
    "ku lah lari larimiz larinda larindan larini larinin ler leri lerimiz lerinden lerini "
    "lerinin less lessness lich liche lichen licher liches lik ltta mently mis mu mus nek "
    "nesses ningar ningarna ningen nun nya oiden oissa okat okban oknak orna osa osas oso "
    "osos ous ousness oy p ps rol siniz sion sions taan tan teen test tet tje trice "
    "trices tten ue ues ului ung ungen unk uta ute uti uto uuden uus val vel ying "
    "acego acemu acych acymi ach ami ca cach cami ce ci cia ciach ciami cie ciem cow cy dze dzi "
    "dzia "
    "dziach dziami dzie dziem dzy ech ego ej eja ek emu esz ia iach iami ie iec iej iego iem iemu "
    "iom "
    "iow iowi isz iwac iwal jac jaca jace jacego jacych jacy jacymi jemy kach kami kow ku lab laby "
    "labym lam lby lbym lem les liby libysmy lismy liscie loby lyby lybysmy lysmy om osci oscia "
    "oscie "
    "owac owal owala owali owalo owaly owana owane owanego owanej owani owania owaniem owaniu "
    "owany "
    "owanych owanym owanymi owi owie rze rzy sc uj uja ujac ujaca ujace ujacy uje ujecie ujemy "
    "ujesz "
    "wszy ych ym ymi ysz ywac ywal ";

constexpr std::string_view kCyrillic =
    "ав авшая авшего авши авшие авший ает ала ало ам ами ан ана анием ании аний анию "
    "аниями анная анного анное анной анным анными ано аны ат аться ах ащий аю ев ейшая "
    "ейшего ейшие ейший ейших ел ела ели емая емое ему емые емый емых ен ена ение ением "
    "ении ений ения ениям ениями ениях енная енного енное енной енные енный енным енных "
    "ено ены ете ется ешь ешься ею ив ившая ивши ившие ивший ившись ией ил ила или имая "
    "имые имый имых ировал ировали ирование ирования ированные ированный ированных "
    "ировать ируют ит ите ится иться ишь лась лись лось лся нн ов ом ому ост остей ости "
    "ость остью остям остями остях ою уй уйте ут утся ущая ущие ущий ущих ую ыв ыл ыла "
    "ыли ье ья ются ющая ющего ющее ющей ющие ющий ющим ющими ющих юю яет ят ятся яться "
    "ящая ящие ящий ящих яю яя ё "
    "авши аними ану аною аній ачи вши еві ема ений ених енного еною ену ення енню енням ені ець "
    "ець "
    "еть еш ею єві єве єм ємо ення єння єте ється єш єю ина ити иш іми ість ів ій ім іти іх їв ії "
    "їм "
    "їти їх ймо йте ками ків ку ла ли ло лася лися лося мо ові ованих ованого ований ованими "
    "ованій "
    "ованого ованої ованому овану ованою овані овано ого ої ок ому ості остей остями остям остях "
    "істю сь ся ти тися тиме тимемо тимете тимеш тиму тимуть тимуться увала ували увало увати "
    "уватиме уватимуть уватися увавши ування уванню уванням увань увався увалася увалися увалося "
    "уєте уєш уємо ується ують уються уючи ця цю цем цями цям цях ці ці чі юваний ювала ювали "
    "ювати "
    "ювання юванням юється юють ючи яними яною яти ять ьми ьо ьох ьома ьому ьте ь ";

constexpr std::string_view kArabic =
    "ائه ائها ات اتهم ان تم تما تن تنا ته كم كما كن ني هما هن وا ونها ونهم وها وهم ى "
    "ياتها ية يه يها يهم يون يين ";

/// Endings in place of which a stemmer of those that keep the first letter puts other letters.
constexpr std::string_view kChanging =
    "acao ad al am an ao as ations aux bilities bility cation ce cia ed ee een ees ek el em er et "
    "ez "
    "ies ing logy ok ol on or os se tional y ya ying ";

std::vector<std::string> cut_at_spaces(std::string_view words) {
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = words.find(' ', begin);
        all.emplace_back(words.substr(begin, end - begin));
        begin = end + 1;
    }
    return all;
}

std::vector<std::string> with_their_ends(std::string_view words) {
    std::set<std::string> all{""};
    for (const auto& word : cut_at_spaces(words)) {
        for (std::size_t at = 0; at < word.size(); at = schema::decode_utf8(word, at).next)
            all.insert(word.substr(at));
    }
    return {all.begin(), all.end()};
}

bool knows_script(std::string_view stemmer, UScriptCode script) {
    struct Script {
        std::string_view stemmer;
        UScriptCode script;
    };
    constexpr std::array<Script, 10> kOthers{{{"arabic", USCRIPT_ARABIC},
                                              {"armenian", USCRIPT_ARMENIAN},
                                              {"greek", USCRIPT_GREEK},
                                              {"hindi", USCRIPT_DEVANAGARI},
                                              {"nepali", USCRIPT_DEVANAGARI},
                                              {"russian", USCRIPT_CYRILLIC},
                                              {"serbian", USCRIPT_CYRILLIC},
                                              {"tamil", USCRIPT_TAMIL},
                                              {"ukrainian", USCRIPT_CYRILLIC},
                                              {"yiddish", USCRIPT_HEBREW}}};
    const auto* const other = std::ranges::find(kOthers, stemmer, &Script::stemmer);
    const bool is_latin = other == kOthers.end() || stemmer == "serbian";
    return script == USCRIPT_LATIN ? is_latin : other != kOthers.end() && script == other->script;
}

}  // namespace

std::optional<WordEndings> word_endings(char32_t letter, std::string_view stemmer) {
    static const auto latin = with_their_ends(kLatin);
    static const auto cyrillic = with_their_ends(kCyrillic);
    static const auto arabic = with_their_ends(kArabic);
    static const auto changing = cut_at_spaces(kChanging);
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(static_cast<UChar32>(letter), &status);
    if (stemmer == schema::kNoStemmer || !knows_script(stemmer, script)) return std::nullopt;
    switch (script) {
        case USCRIPT_LATIN: return WordEndings{latin, changing};
        case USCRIPT_CYRILLIC: return WordEndings{cyrillic, {}};
        case USCRIPT_ARABIC: return WordEndings{arabic, {}};
        default: return WordEndings{};
    }
}

}  // namespace sitrep::searcher
