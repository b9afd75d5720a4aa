#include "database_writer.hpp"

#include "encoding.hpp"
#include "run_merger.hpp"

#include <sitrep_internal/parallel.hpp>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer::glass {
namespace {

constexpr std::string_view kMetadataKey{"\x00\xC0", 2};
constexpr std::string_view kLengthsKey{"\x00\xE0", 2};

std::uint32_t checked32(std::uint64_t value) {
    if (value > UINT32_MAX) {
        throw schema::Error(schema::ErrorCode::Internal, "the index would have too many words",
                            "split the reports over several indexes");
    }
    return static_cast<std::uint32_t>(value);
}

/// True if a term with the prefix is in several documents.
bool write_posting_lists(TableWriter& table, RunMerger& terms, std::string_view unique_prefix,
                         const std::stop_token& stop) {
    bool is_repeated = false;
    PostingChunks chunks;
    std::string first_key;
    std::string later_key;
    const auto write = [&](std::string_view key, std::string_view tag) { table.add(key, tag); };
    while (terms.next() && !stop.stop_requested()) {
        first_key.clear();
        append_last_term(first_key, terms.name());
        later_key.clear();
        append_term(later_key, terms.name());
        chunks.begin({first_key, later_key, checked32(terms.term_frequency()),
                      checked32(terms.collection_frequency())});
        terms.for_each_posting(
            [&](const Posting& posting) { chunks.add(posting.docid, posting.wdf, write); });
        chunks.end(write);
        is_repeated |= terms.term_frequency() > 1 && terms.name().starts_with(unique_prefix);
    }
    return is_repeated;
}

void write_positions(TableWriter& table, RunMerger& terms, const std::stop_token& stop) {
    std::string key;
    while (terms.next() && !stop.stop_requested()) {
        key.clear();
        append_term(key, terms.name());
        const std::size_t term_size = key.size();
        terms.for_each_posting([&](const Posting& posting) {
            if (posting.positions.empty()) return;
            key.resize(term_size);
            append_sorted_uint(key, posting.docid);
            table.add(key, posting.positions);
        });
    }
}

}  // namespace

DatabaseWriter::DatabaseWriter(std::filesystem::path folder)
    : folder_(std::move(folder)),
      runs_(folder_),
      docdata_(folder_ / "docdata.glass"),
      termlist_(folder_ / "termlist.glass"),
      values_(folder_),
      length_chunks_(folder_ / "lengths.tmp") {
    lengths_.begin({kLengthsKey, kLengthsKey, 0, 0});
}

void DatabaseWriter::add(const EncodedBatch& batch) {
    std::size_t value = 0;
    for (const auto& document : batch.documents) {
        add_document(batch, document);
        for (; value < document.values_end; ++value) {
            const auto& [slot, begin, end] = batch.values[value];
            values_.add(slot, document.docid, batch.view(begin, end));
        }
    }
}

void DatabaseWriter::add_document(const EncodedBatch& batch,
                                  const EncodedBatch::Document& document) {
    const auto add = [&](TableWriter& table, const EncodedBatch::Tag& tag) {
        table.add(key_, batch.view(tag.begin, tag.end), tag.form);
    };
    const auto& [length, largest_wdf] = document.length;
    statistics_.count(document.docid, length, largest_wdf);
    key_.clear();
    append_sorted_uint(key_, document.docid);
    if (document.data.begin != document.data.end) add(docdata_, document.data);
    // A document without terms has an entry, one without values none.
    add(termlist_, document.terms);
    key_ += '\0';
    if (document.used_slots.begin != document.used_slots.end) add(termlist_, document.used_slots);
    lengths_.add(document.docid, length, [this](std::string_view key, std::string_view tag) {
        length_chunks_.add(key, tag);
    });
}

/// Metadata, values and document lengths come before all terms.
void DatabaseWriter::write_before_terms(TableWriter& postlist,
                                        const std::map<std::string, std::string>& metadata) {
    for (const auto& [name, value] : metadata) {
        postlist.add(std::string(kMetadataKey) + name, value);
    }
    values_.move_to(postlist);
    if (!lengths_.is_empty()) {
        lengths_.end(
            [this](std::string_view key, std::string_view tag) { length_chunks_.add(key, tag); });
    }
    length_chunks_.move_to(postlist);
}

std::vector<std::unique_ptr<RunCursor>> DatabaseWriter::open_runs(
    const std::vector<HeldPostings>& held, const SortedTerms& sorted) const {
    auto cursors = runs_.open();
    for (std::size_t i = 0; i < held.size(); ++i) {
        cursors.push_back(
            std::make_unique<InverterCursor>(held[i].inverter, held[i].dictionary, sorted[i]));
    }
    return cursors;
}

bool DatabaseWriter::finish(const std::map<std::string, std::string>& metadata,
                            const std::vector<HeldPostings>& held, std::string_view unique_prefix,
                            const std::stop_token& stop) {
    runs_.reduce(stop);
    SortedTerms sorted(held.size());
    std::vector<std::function<void()>> sorts;
    for (std::size_t i = 0; i < held.size(); ++i) {
        sorts.emplace_back(
            [&, i] { sorted[i] = held[i].inverter.sorted_terms(held[i].dictionary); });
    }
    schema::run_in_parallel(std::move(sorts));

    TableRoots roots;
    bool is_repeated = false;
    schema::run_in_parallel(
        {[&] {
             // The largest table by far, so whoever has done the others helps.
             TableWriter position(folder_ / "position.glass", WritingThread::Other);
             RunMerger terms(open_runs(held, sorted));
             write_positions(position, terms, stop);
             if (!stop.stop_requested()) roots.position = position.finish();
         },
         [&] {
             TableWriter postlist(folder_ / "postlist.glass");
             write_before_terms(postlist, metadata);
             RunMerger terms(open_runs(held, sorted));
             is_repeated = write_posting_lists(postlist, terms, unique_prefix, stop);
             if (!stop.stop_requested()) roots.postlist = postlist.finish();
         },
         [&] {
             if (stop.stop_requested()) return;
             roots.docdata = docdata_.finish();
             roots.termlist = termlist_.finish();
         }});
    runs_.remove_all();
    if (!stop.stop_requested()) write_version_file(folder_, roots, statistics_);
    return is_repeated;
}

}  // namespace sitrep::indexer::glass
