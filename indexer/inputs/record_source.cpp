#include "record_source.hpp"

#include "jsonl_source.hpp"
#include "rejects_source.hpp"
#include "text_source.hpp"

namespace sitrep::indexer {

std::unique_ptr<RecordSource> open_source(const InputFile& input, const std::stop_token& stop) {
    if (input.is_rejects) return std::make_unique<RejectsSource>(input, stop);
    if (input.format == InputFormat::Text) return std::make_unique<TextSource>(input, stop);
    return std::make_unique<JsonlSource>(input, stop);
}

}  // namespace sitrep::indexer
