#include "document_encoder.hpp"

#include "run_file.hpp"

namespace sitrep::indexer::glass {

void DocumentEncoder::add(std::uint32_t docid, const AnalyzedReport& report,
                          const TermDictionary& dictionary, EncodedBatch& batch) {
    EncodedBatch::Document document;
    document.docid = docid;
    document.length = document_length(report);
    // What is packed already does not get smaller.
    document.data =
        report.is_packed ? append_plain(batch, report.data) : append_tag(batch, report.data);
    tag_.clear();
    append_term_list(tag_, report, document.length.length, dictionary);
    document.terms = append_tag(batch, tag_);
    tag_.clear();
    append_used_slots(tag_, report.values);
    document.used_slots = append_tag(batch, tag_);
    for (const DocumentValue& value : report.values) {
        const std::size_t begin = batch.bytes.size();
        batch.bytes += value.bytes;
        batch.values.push_back({value.slot, begin, batch.bytes.size()});
    }
    document.values_end = batch.values.size();
    batch.documents.push_back(document);
    inverter_.add(docid, report);
}

EncodedBatch::Tag DocumentEncoder::append_plain(EncodedBatch& batch, std::string_view tag) {
    const std::size_t begin = batch.bytes.size();
    batch.bytes += tag;
    return {begin, batch.bytes.size(), TagForm::Plain};
}

EncodedBatch::Tag DocumentEncoder::append_tag(EncodedBatch& batch, std::string_view tag) {
    const std::size_t begin = batch.bytes.size();
    const bool is_shorter = deflater_.compress(tag, deflated_);
    batch.bytes += is_shorter ? std::string_view(deflated_) : tag;
    return {begin, batch.bytes.size(), is_shorter ? TagForm::Deflated : TagForm::Plain};
}

void DocumentEncoder::spill(const TermDictionary& dictionary) {
    if (inverter_.is_empty()) return;
    const auto sorted = inverter_.sorted_terms(dictionary);
    const auto path = runs_.new_path();
    RunFileWriter file(path);
    InverterCursor cursor(inverter_, dictionary, sorted);
    while (cursor.next()) file.add(cursor.term());
    file.finish();
    runs_.add(path);
    inverter_.clear();
}

}  // namespace sitrep::indexer::glass
