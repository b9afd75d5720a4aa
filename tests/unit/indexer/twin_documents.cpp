#include "twin_documents.hpp"

#include "glass/database_writer.hpp"
#include "glass/document_encoder.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "support/files.hpp"

namespace sitrep::test {
namespace {

using indexer::AnalyzedReport;
using indexer::TermDictionary;
namespace glass = indexer::glass;

AnalyzedReport to_report(const TwinDocument& document, TermDictionary& dictionary) {
    AnalyzedReport report;
    report.id = std::to_string(document.docid);
    report.data = document.data;
    for (const auto& [slot, bytes] : document.values) report.values.push_back({slot, bytes});
    for (const auto& [name, term] : document.terms) {
        report.terms.push_back({dictionary.intern(name), term.wdf,
                                static_cast<std::uint32_t>(report.positions.size()),
                                static_cast<std::uint32_t>(term.positions.size())});
        report.positions.insert(report.positions.end(), term.positions.begin(), term.positions.end());
    }
    return report;
}

/// What one thread of a build has.
struct Encoder {
    explicit Encoder(glass::RunFolder& runs) : encoder(runs) {}

    TermDictionary dictionary;
    glass::DocumentEncoder encoder;
};

}  // namespace

void write_glass(const std::filesystem::path& folder, const TwinDocuments& documents,
                 const Metadata& metadata, const GlassPlan& plan) {
    std::filesystem::create_directories(folder);
    glass::DatabaseWriter writer(folder);
    std::vector<std::unique_ptr<Encoder>> encoders;
    for (std::size_t i = 0; i < plan.encoders; ++i) {
        encoders.push_back(std::make_unique<Encoder>(writer.runs()));
    }
    const std::size_t spill_each = plan.spills == 0 ? documents.size() + 1 : documents.size() / plan.spills;
    std::size_t done = 0;
    for (std::size_t batch = 0; done < documents.size(); ++batch) {
        auto& [dictionary, encoder] = *encoders[batch % encoders.size()];
        glass::EncodedBatch encoded;
        for (std::size_t i = 0; i < plan.batch && done < documents.size(); ++i) {
            const auto report = to_report(documents[done], dictionary);
            encoder.add(documents[done].docid, report, dictionary, encoded);
            if (++done % spill_each != 0) continue;
            encoder.spill(dictionary);
            if (plan.forgets_terms) dictionary.clear();
        }
        encoder.end(encoded);
        writer.add(encoded);
    }
    std::vector<glass::HeldPostings> held;
    for (const auto& each : encoders) held.push_back({each->encoder.inverter(), each->dictionary});
    writer.finish(metadata, held, "Q", {});
}

Xapian::Document to_xapian_document(const TwinDocument& document) {
    Xapian::Document out;
    out.set_data(document.data);
    for (const auto& [slot, bytes] : document.values) out.add_value(slot, bytes);
    for (const auto& [name, term] : document.terms) {
        out.add_term(name, term.wdf);
        for (const auto position : term.positions) out.add_posting(name, position, 0);
    }
    return out;
}

void write_xapian(const std::filesystem::path& folder, const TwinDocuments& documents,
                  const Metadata& metadata) {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                           Xapian::DB_NO_SYNC);
    for (const auto& [key, value] : metadata) database.set_metadata(key, value);
    for (const auto& document : documents) {
        database.replace_document(document.docid, to_xapian_document(document));
    }
    database.commit();
}

std::map<std::string, std::string> database_bytes(const std::filesystem::path& folder) {
    auto contents = contents_of(folder);
    constexpr std::size_t kUuidBegin = 16;
    constexpr std::size_t kUuidSize = 16;
    contents.at("iamglass").erase(kUuidBegin, kUuidSize);
    return contents;
}

std::uint32_t tree_height(const std::filesystem::path& table) {
    constexpr std::size_t kBlockBytes = 8192;
    constexpr std::size_t kLevelAt = 4;
    const auto bytes = read_file(table);
    std::uint32_t height = 0;
    for (std::size_t at = kLevelAt; at < bytes.size(); at += kBlockBytes) {
        height = std::max<std::uint32_t>(height, static_cast<unsigned char>(bytes[at]));
    }
    return height;
}

std::string TwinGenerator::bytes(std::size_t size) {
    std::string out(size, '\0');
    for (char& c : out) c = static_cast<char>(random_.below(256));
    return out;
}

std::string TwinGenerator::text(std::size_t size) {
    static constexpr std::array kWords{"shelling ", "ceasefire ", "envoy ", "convoy ", "the "};
    std::string out;
    while (out.size() < size) out += kWords[random_.below(kWords.size())];
    out.resize(size);
    return out;
}

std::string TwinGenerator::new_term() {
    constexpr std::size_t kLimit = 245;
    std::string out;
    switch (random_.below(6)) {
        case 0: out = bytes(random_.between(1, 12)); break;
        case 1: out = std::string(1 + random_.below(3), '\xFF') + text(random_.below(5)); break;
        case 2: out = std::string(random_.between(1, 122), '\0'); break;
        case 3: out = bytes(kLimit); break;
        case 4: out = text(random_.between(1, 40)); break;
        default: out = "XC" + text(random_.between(1, 9)); break;
    }
    // Many terms begin as another one does.
    if (!vocabulary_.empty() && random_.percent(40)) {
        const auto& other = random_.pick(vocabulary_);
        out = other.substr(0, 1 + random_.below(other.size())) + out;
    }
    const auto counted = [&] {
        return out.size() + static_cast<std::size_t>(std::ranges::count(out, '\0'));
    };
    while (counted() > kLimit) out.pop_back();
    return out;
}

/// Some terms are in many documents.
std::string TwinGenerator::term() {
    if (!vocabulary_.empty() && random_.percent(75)) {
        return vocabulary_[random_.below(1 + random_.below(vocabulary_.size()))];
    }
    vocabulary_.push_back(new_term());
    return vocabulary_.back();
}

std::vector<std::uint32_t> TwinGenerator::near_positions() {
    std::set<std::uint32_t> out;
    const auto first = static_cast<std::uint32_t>(random_.below(200));
    const std::size_t count = random_.below(40);
    switch (random_.below(4)) {
        case 0: return {};
        case 1: return {first};
        case 2:  // dense
            for (std::uint32_t i = 0; i < 3 + count; ++i) out.insert(first + i);
            break;
        default:
            for (std::size_t i = 0; i < count; ++i) {
                out.insert(first + static_cast<std::uint32_t>(random_.below(300)));
            }
            break;
    }
    // The format cannot express these two alone.
    if (out == std::set<std::uint32_t>{0, 1}) out.insert(2);
    return {out.begin(), out.end()};
}

/// Sparse, up to the last position that there is.
std::vector<std::uint32_t> TwinGenerator::far_positions() {
    std::set<std::uint32_t> out{0xFFFFFFFF};
    const std::size_t count = random_.below(20);
    for (std::size_t i = 0; i < count; ++i) {
        out.insert(static_cast<std::uint32_t>(random_.between(0, 0xFFFFFFFF)));
    }
    if (random_.percent(30)) out.insert({0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE});
    return {out.begin(), out.end()};
}

std::string TwinGenerator::data() {
    // Around what is compressed, what fills an item, and what fills a block.
    static const std::vector<std::size_t> kEdges{18, 2000, 2031, 2038, 2040, 4076, 8181, 8192};
    if (random_.percent(15)) return {};
    const std::size_t edge = random_.pick(kEdges);
    const std::size_t size = random_.percent(60) ? random_.below(300) : edge - 4 + random_.below(9);
    return random_.percent(50) ? bytes(size) : text(size);
}

void TwinGenerator::add_values(TwinDocument& document) {
    static const std::vector<std::uint32_t> kSlots{0,   1,   2,   3,     126,   127,       128,
                                                   129, 255, 256, 16384, 65536, 0xFFFFFFFE};
    const std::size_t count = random_.below(6);
    for (std::size_t i = 0; i < count; ++i) {
        std::string value;
        switch (random_.below(5)) {
            case 0: value = bytes(random_.between(256, 700)); break;
            case 1: value = std::string(1 + random_.below(4), '\0'); break;
            case 2: value = std::string(1 + random_.below(4), '\xFF'); break;
            default: value = text(1 + random_.below(12)); break;
        }
        document.values[random_.pick(kSlots)] = value;
    }
}

void TwinGenerator::add_terms(TwinDocument& document) {
    static const std::vector<std::uint32_t> kWdfs{0, 0, 1, 1, 1, 2, 3, 126, 127, 128, 70'000};
    const std::size_t count = random_.percent(10) ? 0 : random_.between(1, 25);
    bool has_positions = false;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = term();
        // A term has one kind of positions everywhere, since searches for far ones may never end.
        const bool is_far = name.front() == '\xFF';
        const auto& [added, is_new] = document.terms.insert_or_assign(
            name, TwinDocument::Term{random_.pick(kWdfs), is_far ? far_positions() : near_positions()});
        has_positions |= !added->second.positions.empty();
    }
    for (const auto& [name, term] : document.terms) length += term.wdf;
    // Xapian's check takes positions in a document without length for an error.
    if (has_positions && length == 0) document.terms.begin()->second.wdf = 1;
}

TwinDocument TwinGenerator::document(std::uint32_t docid) {
    TwinDocument out;
    out.docid = docid;
    out.data = data();
    add_values(out);
    add_terms(out);
    return out;
}

TwinDocuments TwinGenerator::documents(std::size_t count, std::uint32_t first_docid) {
    TwinDocuments out;
    std::uint32_t docid = first_docid;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(document(docid));
        const std::size_t gap = random_.percent(90) ? 0 : random_.below(400);
        docid += 1 + static_cast<std::uint32_t>(gap);
    }
    return out;
}

}  // namespace sitrep::test
