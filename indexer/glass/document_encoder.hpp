#pragma once

#include "deflate.hpp"
#include "documents/analyzed_report.hpp"
#include "inverter.hpp"
#include "list_deflater.hpp"
#include "run_folder.hpp"
#include "table_writer.hpp"
#include "term_list.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep::indexer::glass {

/// Documents as their tables hold them, ready to be written in the order of their docids.
struct EncodedBatch {
    struct Tag {
        std::size_t begin = 0;  ///< in `bytes`
        std::size_t end = 0;
        TagForm form = TagForm::Plain;
    };
    struct Value {
        std::uint32_t slot = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Document {
        std::uint32_t docid = 0;
        DocumentLength length;
        Tag data;
        Tag terms;
        Tag used_slots;
        std::size_t values_end = 0;  ///< its values end before this one
    };

    std::string bytes;
    std::vector<Value> values;
    std::vector<Document> documents;

    [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const {
        return std::string_view(bytes).substr(begin, end - begin);
    }
};

/// Encodes documents and collects their postings. One for each thread that analyzes.
class DocumentEncoder {
public:
    explicit DocumentEncoder(RunFolder& runs) : runs_(runs) {}

    /// Docids ascend from call to call. Appends to `batch`, which is not to be read before `end`.
    void add(std::uint32_t docid, const AnalyzedReport& report, const TermDictionary& dictionary,
             EncodedBatch& batch);

    /// To be called when the batch has all its documents.
    void end(EncodedBatch& batch);

    /// Memory that the postings take, in bytes.
    [[nodiscard]] std::size_t bytes() const noexcept { return inverter_.bytes(); }
    [[nodiscard]] bool is_full() const noexcept { return inverter_.is_full(); }

    /// Writes the postings so far to a file and forgets them.
    void spill(const TermDictionary& dictionary);

    [[nodiscard]] const Inverter& inverter() const noexcept { return inverter_; }

private:
    [[nodiscard]] static EncodedBatch::Tag append(EncodedBatch& batch, std::string_view bytes,
                                                  TagForm form = TagForm::Plain);
    template <typename AnyDeflater>
    [[nodiscard]] EncodedBatch::Tag append(EncodedBatch& batch, std::string_view tag,
                                           AnyDeflater& deflater);

    RunFolder& runs_;
    Inverter inverter_;
    Deflater deflater_;
    ListDeflater list_deflater_;
    std::string lists_;                   // term lists of the batch, one after another
    std::vector<std::size_t> list_ends_;  // of each
    std::string tag_;
    std::string deflated_;
};

}  // namespace sitrep::indexer::glass
