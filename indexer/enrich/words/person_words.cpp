#include "person_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace sitrep::indexer {
namespace {

// Folded words, with blanks between.

/// Ranks, offices and callings of people who are news; abbreviations without their full stop.
constexpr std::string_view kTitles =
    // English
    "activist activists adm administrator admiral adviser advisor aide ambassador ambassadors "
    "analyst archbishop attorney ayatollah banker bishop boss brig brigadier businessman "
    "businesswoman candidate capt captain cardinal chair chairman chairperson chairwoman "
    "chancellor chief coadjutor col colonel commandant commander commanders commissioner "
    "commodore congressman congresswoman const constable consul contractors coordinator corporal "
    "councillor cpl dame defector delegate det detective dictator diplomat director dissident "
    "dissidents dr economist emir envoy expert founder frontman gen general generals gov governor "
    "head historian hostage imam inspector jihadist journalist journalists judge justice king "
    "lawmaker lawmakers lawyer lawyers leader legislator legislators lieutenant lord lt maj major "
    "marshal mayor mayors militant minister ministers monsignor mr mrs ms mufti mullah negotiator "
    "nuncio officers official ombudsman ombudswoman operative opponent organiser organizer pastor "
    "patriarch pilot pope premier president priest prince princess principal prof professor "
    "prosecutor queen rabbi rapporteur rebel rep representative researcher rev reverend ruler "
    "scholar scientist secretary sen senator senators sergeant sgt sheik sheikh sheriff sir "
    "skipper smuggler spokesman spokespeople spokesperson spokeswoman strategist strongman "
    "superintendent supt treasurer tycoon undersecretary vicepresident warlord "
    // French
    "ambassadeur ambassadrice amiral archeveque avocat avocate capitaine chancelier chef cheffe "
    "cheikh chercheur chercheuse commissaire conseiller conseillere coordinateur coordinatrice "
    "depute deputee directeur directrice dirigeant dirigeante emissaire eveque expremier generale "
    "gouverneur gouverneure influenceur juge madame magistrat maire militante ministre mme "
    "monsieur opposant opposante parole porteparole prefet presidente procureur procureure "
    "responsable roi secretaire senateur senatrice "
    // Spanish
    "abogada abogado activista alcalde alcaldesa almirante arzobispo cabecilla canciller capitan "
    "capo cardenal comandante comisario comisionada comisionado concejal concejala consejera "
    "consejero coronel defensor defensora delegada delegado diputada diputado directora dirigente "
    "embajador embajadora encargado exministro expresidente fiscal gobernador gobernadora jefa "
    "jefe juez jueza lehendakari lider magistrada magistrado ministra ministro obispo opositor "
    "opositora periodista portavoz precandidato presidenta relator relatora sacerdote secretaria "
    "secretario senador senadora teniente viceministra viceministro vicepresidenta vicepresidente "
    "vocal vocera vocero";

/// Of offices, and first words of sentences.
constexpr std::string_view kAttributes =
    // English
    "about above according across acting advertisement affairs again against agriculture air "
    "along already also although among another armed army as asked asking assistant back backed "
    "based because between big born both breaking calling captured chancellery citing civil "
    "commerce communication communications communist conservative contact controlled crown "
    "culture dear defence defense democrat democratic deputy despite development does down "
    "earlier economic economy education electricity elsewhere emergencies emergency energy "
    "environment era even ever every everybody ex except executive exiled external family federal "
    "few finance first fisheries five follow force foreign former four fresh friends given good "
    "government great health held here high home honorary hours housing human hundreds if "
    "immigration industry information infrastructure inside instead intelligence interim interior "
    "internal international irrigation jailed just justice labor labour lands last late later law "
    "led legal less liberal like linked listen little local made managing many meanwhile men "
    "migration military mines mining more national navy nearly neither never new next night "
    "nobody none nothing now officials oil old once one only opposition other ousted outgoing "
    "outside over owned people perhaps permanent petroleum photo planning police political press "
    "prime provincial public quoting read rear rebels regional related relations religious "
    "reports republican residents rights run rural said same says science second security senior "
    "separately several shortly since situations six social socialist soldiers soon source "
    "sources speaking special staff state still style such supreme technology telecom ten though "
    "thousands three today together tomorrow tonight tourism trade transport treasury troops "
    "twelve two under unlike update veteran veterans vice video wanted watch water welfare when "
    "where whether while why wing within without witnesses women workers works writing yes "
    "yesterday yet youth "
    // French
    "affaires ancien ancienne apres armee armees aujourd avant ce cependant ces cet cette ceux "
    "chez comme contre decentralisation dehors depuis deux economie elles encore energie "
    "enseignement environnement etat etrangere etrangeres exterieur exterieures finances "
    "gouvernement haut haute hier ici ils interieur jeunesse leur logement lors mais malgre ne "
    "notre nous numerique outre pas pendant peu plus plusieurs pourtant premier premiere puis "
    "quand quant quatre quelque quelques sa sante sauf securite selon ses si solidarites son sous "
    "sports toujours tous tout toutes transports travail trois vers vous "
    // Spanish
    "agricultura ante antes asi asuntos aun aunque ayer cada casi ciencia comercio contra cual "
    "cuando cultura defensa desde despues donde dos durante economia educacion ejercito electoral "
    "ella ellos energia entre esa ese eso esta este esto exteriores fiscalia gobernacion gobierno "
    "hacienda hasta hidrocarburos hoy justicia luego mas mientras minas mineria muchos nacional "
    "ni ninguno nuestra otra otro otros pero planificacion policia porque primer primera pues "
    "quien quienes relaciones salud segun seguridad sin sobre solo su sus tambien tampoco tanto "
    "todo todos trabajo tras tres turismo vivienda ya";

/// In names of organisations, places, works and events, with a capital or behind a name without.
constexpr std::string_view kThings =
    // English
    "academy accord act administration affair africa agency agreement airbase airlift airlines "
    "airport airways alliance america american archive area arena asia assembly associates "
    "association atlantic attack authority automotive avenue award bank banking banks barracks "
    "base basin battery bay beach bill bloc block board boat border bridge brigade brigades "
    "brokerage bros brothers building buque bureau cabinet camp campaign canal canyon cape "
    "capital carrier cartel case castle cathedral catholic catholics center central centre "
    "chamber channel charity chase chemical christians church cinema city clan clinic club co "
    "coalition coast college column command commission committee communities community company "
    "compiled complex computer confederation conference congress consortium constitution "
    "convention copper corp corporation corridor corvette council country county court creek "
    "crossing cruiser cup cyclone dam data day delta democrats department desert desk destroyer "
    "district division doctrine dynasty east eastern editing electric electronics embassy empire "
    "energy enterprise enterprises era estate europe exchange executive exploration express "
    "faction factory fair falls farm federation ferry festival field financial fire fleet flight "
    "foods football forces forest forum foundation fragata fregate freighter frigate front fund "
    "futures gallery gang garden gas gate gazette glacier gold government group groups guard gulf "
    "hall hamlet harbor harbour headquarters heights herald highway hill hills holding holdings "
    "hospital hotel house hub hurricane inc independent index industrial industries initiative "
    "institute institution insurance international island islands isles jail jews journal "
    "junction kingdom laboratories laboratory lake lakes land lane law laws league leasing legion "
    "liberation library limited line lines list loan ltd lynch mail mall mandate maritime market "
    "massacre media memorandum memorial metal metals militia mining ministry mission monastery "
    "monument moslem moslems mosque motors mount mountain mountains movement museum muslim "
    "muslims navire network networks news north northern observatory ocean offensive office oil "
    "operation orchestra order organisation organization pacific pact palace paper papers parade "
    "park parliament partners party pass passage peninsula petrolero petroleum petrolier "
    "pharmaceutical pharmaceuticals photo photograph photos pipeline plain plan plant plateau "
    "platform plaza plc point poll pool port post press prison prize proclamation products "
    "program programme project properties protestant protestants protocol province quarter radio "
    "railway range realty refinery reform regime regiment region report reporting republic "
    "republicans reservoir resources restaurant review revolution ridge rights river road rock "
    "room route rule savings school sea secretariat section sector securities senate service "
    "services settlement shelter shia shiite ship shipping shipyard show silver society software "
    "sons south southern squadron square stadium star state states station steel stock store "
    "stores storm strait straits street stronghold studies studio submarine suburb summit sun "
    "sunni syndicate systems tanker team technologies telecommunications television temple "
    "territory theater theatre times tower town township translated trawler treaty tribe tribunal "
    "tribune trio trust tunnel tv typhoon union unit united university valley vessel village "
    "villages virus voice volcano wall watch wave way weekly west western works world writers "
    "writing written yacht yard zone "
    // French
    "accords aeroport agence armee armees autorite banlieue banque bataillon boulevard cercle "
    "cite collectif comite commune compagnie conseil cour departement eglise fleuve fondation "
    "groupe hameau hopital ile iles institut lac loi lycee maison ministere mont montagne "
    "mouvement musee observatoire palais parc parti place plage pont prefecture presse quartier "
    "rassemblement republique reseau riviere rue societe syndicat universite usine vallee ville "
    // Spanish
    "acuerdo aeropuerto agencia aldea alianza asamblea asociacion autoridad avenida banco barrio "
    "batallon brigada calle camara camino casa caserio catedral centro ciudad colegio comision "
    "compania comunidad confederacion congreso consejo corte costa cuerpo departamento diario "
    "ejercito embajada empresa escuela estadio estado estrecho federacion frente fuerza fuerzas "
    "fundacion golfo grupo iglesia instituto isla islas ley liga mar mercado ministerio monte "
    "movimiento municipio museo norte oeste operacion organizacion palacio parque partido prision "
    "provincia pueblo puente puerto red republica rio ruta senado servicio sierra sindicato "
    "unidad universidad valle villa zona";

constexpr std::string_view kParticles =
    "abou abu ad ag al ar ash az ben bin bint da das de del della den der di do dos du ed el ibn "
    "la le los oulad ould ter ul van von";

constexpr std::string_view kLinks =
    "a an and at au aux avec by con d de del des du e el en et for from in l la las le les los of "
    "por pour sobre the to y";

constexpr std::string_view kPrepositions =
    "across around at da dans de desde do en hacia hasta in inside into near of onto outside pres "
    "through toward towards vers via";

constexpr std::string_view kPronouns = "cuya cuyo dont qui quien quienes who whom whose";

/// First names from many countries; the vocabulary knows more.
/// Verbs of who speaks.
constexpr std::string_view kStatements =
    "accepted accused accuses added adds agreed agrees announced announces appealed approved "
    "argued argues asked backed backs blamed blames called calls claimed claims condemned "
    "condemns confirmed confirms considers decided declared declares demanded demands denied "
    "denies denounced denounces dismissed dismisses expelled expels expressed fears hopes "
    "imposed imposes insisted insists offered offers ordered orders pledged pledges promised "
    "promises proposed proposes recognised recognized refused refuses rejected rejects "
    "responded retaliated said says signalled summoned supports suspended suspends threatened "
    "threatens urged urges vowed vows wants warned warns welcomed welcomes";

constexpr std::string_view kFirstNames =
    "aaron abbas abdallah abdirahman abdou abdul abdulkadir abdullah abel abraham adam adama adan "
    "adel adnan adrian adriana agnes ahmad ahmed aisha akbar akram alain alan albert alberto aldo "
    "alejandra alejandro alex alexander alexandra alexandre alexei alexey alfred alfredo ali "
    "alice alicia alioune alonso alvaro amadou amal amanda amina aminata amir amos amr ana anas "
    "anatoly andre andrea andreas andrei andres andrew andrey andrii andrzej angel angela angelo "
    "anita ann anna anne annette anthony antoine anton antonio arif armando arnold arthur arturo "
    "ashraf asif asma augustin awad ayman aziz babacar bakary barbara barry bashir beatriz "
    "benjamin bernard bernardo bernd bernhard bertrand bilal bob boris boubacar brahim brian "
    "bruce bruno camille carla carlo carlos carmen carol carolina caroline catherine cecilia "
    "cesar charles cheick cheikh chris christina christine christoph christophe christopher "
    "claire clara claude claudia claudio colin craig cristian cristina cyril daniel daniela "
    "dariusz dave david dawit deborah denis dennis desmond diana didier diego dieter dimitri "
    "dinesh dirk dmitri dmitry dmytro donald donatien dora douglas edgar edith edmund eduardo "
    "edward edwin elena eleni eli elias elif elisa elizabeth ellen elvis emeka emil emilia emilio "
    "emily emma emmanuel enrique eric erik ernest ernesto esther eugene eva evelyn fabian fabio "
    "fabrice fabricio fadi fahad faisal farah farid farida farouk fatima fatou faustino federico "
    "felipe felix ferdinand fernando fiona florian frances francesca francesco francis francisco "
    "franck francois francoise franz fred frederic frederick friedrich gabriel gabriela gary "
    "gaston geoffrey george georges gerald gerard gerardo gerhard ghassan gilbert gilles giorgi "
    "giorgio giovanni giuseppe gonzalo gordon graham greg gregory grzegorz guillaume guillermo "
    "gustavo habib hamad hamid hamza hana hanna hannah hans harald harold harry haruna hasan "
    "hassan haytham heather hector heidi helen helena helene helmut henri henry herbert herve "
    "hiroshi howard hugh hugo hussein ian ibrahim idris idriss ignacio igor ihor ilya imran ines "
    "ingrid irene irina isaac isabel isabelle ismail issa ivan ivana iyad jacek jack jackie jacob "
    "jacques jaime jakub jamal james jamie jane janet janusz jason javier jean jeff jeffrey "
    "jennifer jeremy jerome jerry jerzy jesse jessica jessie jesus jim jimmy joan joao joaquin "
    "joe joel johan johann johannes john jonas jonathan jorge jose josef joseph joshua juan "
    "judith julia julian julie julien julio jurgen justin kamal karen karim karin karl katarina "
    "kate katherine kathleen kathryn katja kemal ken kenneth kevin khadija khaled khalid khalil "
    "kofi krzysztof kwame larry lars laura laurent lech leila leon leonard leonardo leonid leszek "
    "lidia lilian lina linda lisa liz lorenzo louis louise lucas lucia luciano lucy luigi luis "
    "luisa lukas luke lydia maciej magdalena mahamadou mahamat maher mahmood mahmoud majid malik "
    "mamadou manfred manoj manuel marc marcel marcelo marcin marco marcos marcus margaret maria "
    "mariam marian mariana marie marina mario marion mariusz marko markus marta martha martin "
    "martina marwan mary maryam mateusz mathias matt matteo matthew matthias maurice mauricio "
    "maxim mehmet melissa michael michal michel michele michelle miguel mihai mike mikhail milos "
    "mirjana mohamad mohamed mohammad mohammed monica monika moses mounir mousa moussa muhammad "
    "murad muriel musa mustafa mykhailo mykola nabil nadia najib nancy naoko nasser natalia "
    "natalie natasha nathalie nathan neil nelson nicholas nick nicolas nicole nikola nikolai "
    "nikos nina noah noor nora norbert nour oksana olaf ole oleg oleh oleksandr oleksii olena "
    "olga oliver olivier omar omer osama oscar osman otto oumar ousmane pablo pamela paola paolo "
    "pascal patrice patricia patrick paul paula paulo pavel pavlo pedro peter petro phil philip "
    "philipp philippe pierre piotr rachel radoslaw rafael raffaele rahul raj rajesh ralph ramon "
    "raphael raul raymond rebecca reinhard rene ricardo riccardo richard rita robert roberto "
    "robin rodolfo rodrigo roger roland rolf ronald rosa ross roy ruben rudolf rustam ruth ryan "
    "saad sabine sadiq saeed saleh salem salim salma salman sami samir samuel sandra sanjay sara "
    "sarah saud scott sean sebastian serge sergei sergey sergio serhii seydou sharon sheila "
    "shinji sidi silvia silvio simon simone sofia sonia sophie stanislav stefan stefania stefano "
    "stephane stephanie stephen steve steven stewart stuart sunil susan susana susanne suzanne "
    "sven svetlana sylvain sylvie takeshi tamar tamara tania tanya taras tarek tariq tatiana ted "
    "teresa terry thabo thierry thomas tim timothy tobias todd tom tomas tomasz tommy tony "
    "tsegaye ulrich umar ursula uwe vadim valentin valentina valentyna valeria valery vasyl vera "
    "veronica viacheslav victor viktor vincent vitali vitalii vladimir volodymyr wael walid "
    "walter wanda werner wilfried wilhelm william wolfgang xavier yahya yann yaroslav yasir "
    "yasmin yasser yolanda youssef yulia yuri yuriy yusuf yves yvonne zainab zbigniew ziad zoran";

using SignTable = std::unordered_map<std::string_view, PersonSigns>;

template <typename Set>
void add_words(SignTable& table, std::string_view words, Set set) {
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (end > 0) set(table[words.substr(0, end)]);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

SignTable sign_table() {
    SignTable table;
    add_words(table, kTitles, [](PersonSigns& signs) { signs.is_title = true; });
    add_words(table, kAttributes, [](PersonSigns& signs) { signs.is_attribute = true; });
    add_words(table, kThings, [](PersonSigns& signs) { signs.is_thing = true; });
    add_words(table, kParticles, [](PersonSigns& signs) { signs.is_particle = true; });
    add_words(table, kLinks, [](PersonSigns& signs) { signs.is_link = true; });
    add_words(table, kPrepositions, [](PersonSigns& signs) { signs.is_preposition = true; });
    add_words(table, kPronouns, [](PersonSigns& signs) { signs.is_pronoun = true; });
    add_words(table, kStatements, [](PersonSigns& signs) { signs.is_statement = true; });
    add_words(table, kFirstNames, [](PersonSigns& signs) { signs.is_first_name = true; });
    return table;
}

}  // namespace

PersonSigns person_signs(std::string_view word) {
    static const SignTable table = sign_table();
    const auto found = table.find(word);
    return found == table.end() ? PersonSigns{} : found->second;
}

}  // namespace sitrep::indexer
