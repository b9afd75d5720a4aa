#include "record_source.hpp"

#include "jsonl_source.hpp"
#include "rejects_source.hpp"
#include "text_source.hpp"

#include <string_view>

namespace sitrep::indexer {

std::unique_ptr<RecordSource> open_source(const InputFile& input, const std::stop_token& stop) {
    if (input.is_rejects) return std::make_unique<RejectsSource>(input, stop);
    if (input.format == InputFormat::Text) return std::make_unique<TextSource>(input, stop);
    return std::make_unique<JsonlSource>(input, stop);
}

bool looks_binary(std::string_view beginning) {
    const bool is_utf16 = beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF");
    return !is_utf16 && beginning.find('\0') != std::string_view::npos;
}

}  // namespace sitrep::indexer
