#include "documents/term_order.hpp"

#include "support/catch.hpp"
#include "support/random.hpp"

#include <algorithm>

using sitrep::indexer::DocumentTerm;
using sitrep::indexer::TermDictionary;

TEST_CASE("terms are in byte order, old ones among new ones", "[document]") {
    TermDictionary dictionary;
    sitrep::indexer::TermOrder order(dictionary);
    sitrep::test::Random random(5);
    std::size_t out_of_order = 0;
    for (std::uint32_t round = 0; round < 400; ++round) {
        if (round == 200) {
            dictionary.clear();
            order.forget();
        }
        std::vector<DocumentTerm> terms;
        // Many begin with the same eight bytes and more. Some come once only.
        for (std::uint32_t i = 0; i < 40; ++i) {
            const auto number = random.below(i < 30 ? std::size_t{300} : std::size_t{100'000});
            terms.push_back({dictionary.intern("Xcountry:" + std::to_string(number)), i, 0, 0});
            terms.push_back({dictionary.intern(std::to_string(number)), i, 0, 0});
        }
        std::ranges::sort(terms, {}, &DocumentTerm::id);
        const auto repeated = std::ranges::unique(terms, {}, &DocumentTerm::id);
        terms.erase(repeated.begin(), repeated.end());
        const std::size_t count = terms.size();
        order.sort(terms);
        REQUIRE(terms.size() == count);
        if (!std::ranges::is_sorted(terms, {},
                                    [&](const DocumentTerm& t) { return dictionary.name(t.id); })) {
            ++out_of_order;
        }
    }
    CHECK(out_of_order == 0);
}
