#include "topic_phrases.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace sitrep::indexer {
namespace {

using Trie = SymbolTrie<TopicSign>;

/// What the second and every further place of one phrase adds, as a part of its weight.
constexpr double kRepeated = 0.35;
constexpr int kMostRepeats = 4;

/// False if no phrase that begins at a word goes on with a later one, right behind the one before.
bool may_follow(const std::vector<TextWord>& words, std::size_t first, std::size_t next) {
    const SymbolRole role = words[next].in_topics;
    const bool goes_on =
        next == first + 1 ? may_go_on(words[first].in_topics, role) : role.goes_on_with;
    return goes_on && words[next].position == words[next - 1].position + 1;
}

}  // namespace

double zone_factor(TextPlace place, std::uint32_t begin) noexcept {
    if (place == TextPlace::Title) return 1.5;
    return begin < kLeadBytes ? 1.0 : 0.6;
}

const std::vector<TopicEvidence>& TopicPhrases::find(const ReportText& text,
                                                     std::string_view language) {
    hits_.clear();
    found_.clear();
    const TopicTrie* const topics = model_.topics().of(language);
    if (topics == nullptr) return found_;
    find_hits(*topics, text.title, TextPlace::Title);
    find_hits(*topics, text.body, TextPlace::Body);
    keep_longest();
    add_up();
    return found_;
}

/// The longest phrase of each topic at each word. A phrase that rules out takes its words away.
void TopicPhrases::find_hits(const TopicTrie& topics, const TextPart& part, TextPlace place) {
    const auto& words = part.words;
    const Trie& trie = topics.trie();
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (!part.may_begin(first, &TextWord::in_topics)) continue;
        std::uint32_t node = Trie::kRoot;
        const std::size_t begin = hits_.size();
        for (std::size_t i = first; i < words.size(); ++i) {
            if (i > first && !may_follow(words, first, i)) break;
            node = trie.step(node, words[i].topic);
            if (node == Trie::kNowhere) break;
            // Para has the stem of paro.
            const bool is_little = i == first && words[i].context.is_stop_word;
            for (const TopicSign& sign : trie.values(node)) {
                if (is_little && sign.is_added == 0) continue;
                const Hit hit{sign.topic,         node,  sign.weight,
                              sign.is_added != 0, place, words[first].begin,
                              words[i].end};
                const auto shorter =
                    std::find_if(hits_.begin() + static_cast<std::ptrdiff_t>(begin), hits_.end(),
                                 [&](const Hit& known) { return known.topic == sign.topic; });
                if (shorter == hits_.end()) {
                    hits_.push_back(hit);
                } else if (shorter->node != hit.node || shorter->weight < hit.weight) {
                    // The longer phrase; of equal ones, which several words may stem to, the
                    // heavier.
                    *shorter = hit;
                }
            }
        }
    }
}

/// Hits within a longer one of the same topic do not count again, nor within one that rules out.
void TopicPhrases::keep_longest() {
    std::ranges::sort(hits_, {}, [](const Hit& hit) {
        return std::tuple(hit.topic, hit.place, hit.begin, hit.weight);
    });
    kept_.clear();
    for (const Hit& hit : hits_) {
        const bool is_within = !kept_.empty() && kept_.back().topic == hit.topic &&
                               kept_.back().place == hit.place && hit.end <= kept_.back().end;
        if (!is_within) kept_.push_back(hit);
    }
    std::erase_if(kept_, [](const Hit& hit) { return hit.weight == 0; });
}

void TopicPhrases::add_up() {
    for (std::size_t i = 0; i < kept_.size();) {
        TopicEvidence evidence{kept_[i].topic, 0, 0, kept_[i].place, kept_[i].begin, kept_[i].end};
        double best = 0;
        std::vector<std::pair<std::uint32_t, int>> seen;  // phrase, how often
        for (; i < kept_.size() && kept_[i].topic == evidence.topic; ++i) {
            const Hit& hit = kept_[i];
            auto known = std::ranges::find(seen, hit.node, &std::pair<std::uint32_t, int>::first);
            if (known == seen.end()) known = seen.insert(seen.end(), {hit.node, 0});
            const int repeats = known->second++;
            if (repeats > kMostRepeats) continue;
            const double whole = hit.weight * zone_factor(hit.place, hit.begin);
            const double value = repeats == 0 ? whole : whole * kRepeated;
            evidence.sum += value;
            if (hit.is_added) evidence.sum_of_added += value;
            if (whole > best) {
                best = whole;
                evidence.place = hit.place;
                evidence.begin = hit.begin;
                evidence.end = hit.end;
            }
        }
        found_.push_back(evidence);
    }
}

}  // namespace sitrep::indexer
