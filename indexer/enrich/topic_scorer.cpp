#include "topic_scorer.hpp"

#include <algorithm>
#include <tuple>

namespace sitrep::indexer {
namespace {

using Trie = SymbolTrie<TopicSign>;

constexpr double kEnough = 3.6;
/// What the second and every further place of one phrase adds, as a part of its weight.
constexpr double kRepeated = 0.35;
constexpr int kMostRepeats = 4;

/// Where a phrase stands says how much the report is about it.
double zone_factor(TextPlace place, std::uint32_t begin) {
    if (place == TextPlace::Title) return 1.5;
    return begin < kLeadBytes ? 1.0 : 0.6;
}

}  // namespace

TopicScorer::TopicScorer(const EnrichmentModel& model) : model_(model) {}

const std::vector<TopicScore>& TopicScorer::score(const ReportText& text,
                                                  std::string_view language) {
    hits_.clear();
    scores_.clear();
    const TopicTrie* const topics = model_.topics().of(language);
    if (topics == nullptr) return scores_;
    find_hits(*topics, text.title, TextPlace::Title);
    find_hits(*topics, text.body, TextPlace::Body);
    add_up();
    return scores_;
}

/// The longest phrase of each topic at each word. A phrase that rules out takes its words away.
void TopicScorer::find_hits(const TopicTrie& topics, const TextPart& part, TextPlace place) {
    const auto& words = part.words;
    const Trie& trie = topics.trie();
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (!words[first].begins_topic) continue;
        std::uint32_t node = Trie::kRoot;
        const std::size_t begin = hits_.size();
        for (std::size_t i = first; i < words.size() && words[i].topic != 0; ++i) {
            if (i > first && words[i].position != words[i - 1].position + 1) break;
            node = trie.step(node, words[i].topic);
            if (node == Trie::kNowhere) break;
            for (const TopicSign& sign : trie.values(node)) {
                const Hit hit{sign.topic, node, sign.weight, place, words[first].begin,
                              words[i].end};
                const auto shorter = std::find_if(
                    hits_.begin() + static_cast<std::ptrdiff_t>(begin), hits_.end(),
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

void TopicScorer::add_up() {
    std::ranges::sort(hits_, {}, [](const Hit& hit) {
        return std::tuple(hit.topic, hit.place, hit.begin, hit.weight);
    });
    // Hits within a longer one of the same topic do not count again, nor within one that rules out.
    auto& kept = kept_;
    kept.clear();
    for (const Hit& hit : hits_) {
        const bool is_within = !kept.empty() && kept.back().topic == hit.topic &&
                               kept.back().place == hit.place && hit.end <= kept.back().end;
        if (!is_within) kept.push_back(hit);
    }
    std::erase_if(kept, [](const Hit& hit) { return hit.weight == 0; });
    for (std::size_t i = 0; i < kept.size();) {
        TopicScore score{kept[i].topic, 0, kept[i].place, kept[i].begin, kept[i].end};
        double best = 0;
        std::vector<std::pair<std::uint32_t, int>> seen;  // phrase, how often
        for (; i < kept.size() && kept[i].topic == score.topic; ++i) {
            const Hit& hit = kept[i];
            auto known = std::ranges::find(seen, hit.node,
                                           &std::pair<std::uint32_t, int>::first);
            if (known == seen.end()) known = seen.insert(seen.end(), {hit.node, 0});
            const int repeats = known->second++;
            if (repeats > kMostRepeats) continue;
            const double value = hit.weight * zone_factor(hit.place, hit.begin);
            score.score += repeats == 0 ? value : value * kRepeated;
            if (value > best) {
                best = value;
                score.place = hit.place;
                score.begin = hit.begin;
                score.end = hit.end;
            }
        }
        if (score.score >= kEnough) scores_.push_back(score);
    }
}

}  // namespace sitrep::indexer
