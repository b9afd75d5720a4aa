#include "document_encoder.hpp"

#include "run_file.hpp"

namespace sitrep::indexer::glass {

EncodedBatch::Tag DocumentEncoder::append(EncodedBatch& batch, std::string_view bytes,
                                          TagForm form) {
    const std::size_t begin = batch.bytes.size();
    batch.bytes += bytes;
    return {begin, batch.bytes.size(), form};
}

template <typename AnyDeflater>
EncodedBatch::Tag DocumentEncoder::append(EncodedBatch& batch, std::string_view tag,
                                          AnyDeflater& deflater) {
    const bool is_shorter = deflater.compress(tag, deflated_);
    return is_shorter ? append(batch, deflated_, TagForm::Deflated) : append(batch, tag);
}

void DocumentEncoder::add(std::uint32_t docid, const AnalyzedReport& report,
                          const TermDictionary& dictionary, EncodedBatch& batch) {
    EncodedBatch::Document document;
    document.docid = docid;
    document.length = document_length(report);
    // What is packed already does not get smaller.
    document.data =
        report.is_packed ? append(batch, report.data) : append(batch, report.data, deflater_);
    append_term_list(lists_, report, document.length.length, dictionary);
    list_ends_.push_back(lists_.size());
    tag_.clear();
    append_used_slots(tag_, report.values);
    document.used_slots = append(batch, tag_);
    for (const DocumentValue& value : report.values) {
        const std::size_t begin = batch.bytes.size();
        batch.bytes += value.bytes;
        batch.values.push_back({value.slot, begin, batch.bytes.size()});
    }
    document.values_end = batch.values.size();
    batch.documents.push_back(document);
    inverter_.add(docid, report);
}

void DocumentEncoder::end(EncodedBatch& batch) {
    list_deflater_.learn(lists_);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < list_ends_.size(); ++i) {
        const auto list = std::string_view(lists_).substr(begin, list_ends_[i] - begin);
        batch.documents[i].terms = append(batch, list, list_deflater_);
        begin = list_ends_[i];
    }
    lists_.clear();
    list_ends_.clear();
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
