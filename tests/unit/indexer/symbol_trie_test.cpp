#include "enrich/words/symbol_trie.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "enrich/model_image.hpp"
#include "support/catch.hpp"

using sitrep::indexer::ImageReader;
using sitrep::indexer::ImageWriter;
using sitrep::indexer::may_begin;
using sitrep::indexer::may_go_on;
using sitrep::indexer::SymbolRole;
using sitrep::indexer::SymbolTrie;
using sitrep::indexer::SymbolTrieBuilder;

namespace {

/// What a builder makes of some sequences.
std::string image_of(const std::vector<std::vector<std::uint32_t>>& sequences) {
    SymbolTrieBuilder<std::uint32_t> builder;
    for (const auto& sequence : sequences) builder.add(sequence, 1);
    ImageWriter writer;
    builder.write(writer);
    return writer.take();
}

}  // namespace

TEST_CASE("a symbol knows where in the sequences it stands", "[trie]") {
    const std::string image = image_of({{2}, {2, 5}, {3, 2, 7}});
    ImageReader reader(image);
    const SymbolTrie<std::uint32_t> trie(reader);
    CHECK(trie.role(2).is_whole);
    CHECK(trie.role(2).goes_on_with);
    CHECK_FALSE(trie.role(3).is_whole);
    CHECK_FALSE(trie.role(3).goes_on_with);
    CHECK(trie.role(5).goes_on_with);
    CHECK(trie.role(5).followers == 0);
    CHECK(trie.role(1) == SymbolRole{});
    CHECK(trie.role(1000) == SymbolRole{});
}

TEST_CASE("no sequence is missed for the roles of its symbols", "[trie]") {
    const std::vector<std::vector<std::uint32_t>> sequences{{2}, {2, 5}, {3, 2, 7}, {9, 9}};
    const std::string image = image_of(sequences);
    ImageReader reader(image);
    const SymbolTrie<std::uint32_t> trie(reader);
    for (const auto& sequence : sequences) {
        const SymbolRole next = sequence.size() > 1 ? trie.role(sequence[1]) : SymbolRole{};
        CHECK(may_begin(trie.role(sequence[0]), next));
    }
    CHECK_FALSE(may_begin(trie.role(3), trie.role(3)));
    CHECK_FALSE(may_begin(trie.role(5), trie.role(2)));
    CHECK_FALSE(may_begin(trie.role(3), SymbolRole{}));
}

TEST_CASE("a symbol that goes on with other sequences only is told from a follower", "[trie]") {
    const std::string image = image_of({{2, 5}, {3, 7}});
    ImageReader reader(image);
    const SymbolTrie<std::uint32_t> trie(reader);
    CHECK(may_go_on(trie.role(2), trie.role(5)));
    CHECK_FALSE(may_go_on(trie.role(2), trie.role(7)));
    CHECK_FALSE(may_go_on(trie.role(3), trie.role(5)));
}

TEST_CASE("a trie without sequences has no roles", "[trie]") {
    const std::string image = image_of({});
    ImageReader reader(image);
    const SymbolTrie<std::uint32_t> trie(reader);
    CHECK(trie.role(1) == SymbolRole{});
    CHECK_FALSE(trie.begins(1));
}
