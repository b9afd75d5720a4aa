#include "pair_training.hpp"

#include "language_detection.hpp"
#include "neighbours.hpp"
#include "term_dictionary.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include <sitrep/schema/analyzer.hpp>
#include <sitrep/schema/language.hpp>
#include <sitrep/schema/stop_words.hpp>
#include <sitrep/schema/utf8.hpp>

namespace sitrep::indexer {
namespace {

/// A pair in fewer reports may be there by chance.
constexpr std::size_t kLeastReports = 4;
/// A report gets about one pair for so many bytes of its text. A pair takes about eight bytes in an
/// index, so all together add an eighteenth of the text to its size.
constexpr std::size_t kTextBytesOfPair = 144;
/// One huge report would take all the time.
constexpr std::size_t kMaxTextBytes = 16U << 10U;

/// Pairs of others are the most frequent ones, and the last that anybody looks for.
bool is_telling(std::string_view term) noexcept {
    return !schema::is_stop_word(term) &&
           term.find_first_of("0123456789") == std::string_view::npos;
}

struct PairCount {
    std::string name;
    std::size_t reports = 0;
};

class PairCounter {
public:
    void add(const schema::Report& report, std::string_view stemmer) {
        in_report_.clear();
        add_text(report.title, stemmer);
        add_text(schema::utf8_prefix(report.body, kMaxTextBytes), stemmer);
        std::ranges::sort(in_report_);
        const auto repeated = std::unique(in_report_.begin(), in_report_.end());
        pairs_.insert(pairs_.end(), in_report_.begin(), repeated);
    }

    /// Most frequent first.
    [[nodiscard]] std::vector<PairCount> counts() {
        std::ranges::sort(pairs_);
        std::vector<PairCount> counts;
        for (auto begin = pairs_.begin(); begin != pairs_.end();) {
            const auto end = std::upper_bound(begin, pairs_.end(), *begin);
            const auto reports = static_cast<std::size_t>(end - begin);
            if (reports >= kLeastReports) counts.push_back({name_of(*begin), reports});
            begin = end;
        }
        std::ranges::sort(counts, [](const PairCount& a, const PairCount& b) {
            return a.reports != b.reports ? a.reports > b.reports : a.name < b.name;
        });
        return counts;
    }

    [[nodiscard]] std::size_t text_bytes() const noexcept { return text_bytes_; }

private:
    using Pair = std::uint64_t;  // the numbers of both terms

    void add_text(std::string_view text, std::string_view stemmer) {
        text_bytes_ += text.size();
        visit_neighbours(analyzer_.analyze(text, stemmer),
                         [this](const schema::Token& first, const schema::Token& second) {
                             if (!is_telling(first.term) || !is_telling(second.term)) return;
                             const Pair high = dictionary_.intern(first.term);
                             in_report_.push_back(high << 32U | dictionary_.intern(second.term));
                         });
    }

    [[nodiscard]] std::string name_of(Pair pair) const {
        return schema::pair_name(dictionary_.name(static_cast<TermId>(pair >> 32U)),
                                 dictionary_.name(static_cast<TermId>(pair)));
    }

    schema::Analyzer analyzer_;
    TermDictionary dictionary_;
    std::size_t text_bytes_ = 0;
    std::vector<Pair> in_report_;
    std::vector<Pair> pairs_;  // each once for every report that has it
};

}  // namespace

schema::WordPairs train_word_pairs(const std::vector<schema::Report>& reports,
                                   const std::string& default_language) {
    PairCounter counter;
    for (schema::Report report : reports) {
        const auto language = settle_language(report, default_language, RecordLanguage::No);
        counter.add(report, schema::stemmer_for(language));
    }
    std::vector<std::string> names;
    std::size_t room = counter.text_bytes() / kTextBytesOfPair;
    for (auto& count : counter.counts()) {
        if (count.reports > room || !schema::is_pair_name(count.name)) continue;
        room -= count.reports;
        names.push_back(std::move(count.name));
    }
    return schema::WordPairs(std::move(names));
}

}  // namespace sitrep::indexer
