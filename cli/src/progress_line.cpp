#include "progress_line.hpp"

#include "number_text.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace sitrep::cli {
namespace {

using std::chrono::duration;

constexpr auto kRedrawInterval = std::chrono::milliseconds(100);
constexpr auto kPlainInterval = std::chrono::seconds(30);

}  // namespace

ProgressLine::ProgressLine(When when, bool quiet, bool verbose)
    : is_shown_(!quiet && when != When::Never),
      is_redrawn_(look_at(stderr, When::Auto).can_redraw),
      quiet_(quiet),
      verbose_(verbose) {
    // Whoever asks for it sees at least one line of a short run.
    if (when == When::Always) last_ -= kPlainInterval;
}

std::string ProgressLine::text(const indexer::JobProgress& progress) const {
    const double seconds = duration<double>(Clock::now() - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(progress.records) / seconds : 0;
    std::string out = "indexing: " + with_commas(progress.records) + " reports, " +
                      with_commas(static_cast<std::uint64_t>(rate)) + " per second";
    if (progress.refused > 0) out += ", " + with_commas(progress.refused) + " refused";
    const double bytes = static_cast<double>(progress.bytes);
    if (progress.total_bytes && bytes > 0 && static_cast<double>(*progress.total_bytes) > bytes) {
        const double left = seconds * (static_cast<double>(*progress.total_bytes) / bytes - 1);
        out += ", " + duration_text(left) + " left";
    }
    return out;
}

void ProgressLine::progress(const indexer::JobProgress& progress) {
    const auto now = Clock::now();
    if (!is_shown_ || now - last_ < (is_redrawn_ ? Clock::duration(kRedrawInterval)
                                                 : Clock::duration(kPlainInterval))) {
        return;
    }
    last_ = now;
    const std::string line = text(progress);
    if (!is_redrawn_) {
        tell("sitrep: " + line + "\n");
        return;
    }
    const std::size_t width = display_width(line);
    tell("\r" + line + std::string(drawn_width_ > width ? drawn_width_ - width : 0, ' '));
    drawn_width_ = width;
}

void ProgressLine::clear() {
    if (drawn_width_ == 0) return;
    tell("\r" + std::string(drawn_width_, ' ') + "\r");
    drawn_width_ = 0;
}

void ProgressLine::notice(const std::string& message) {
    const bool is_detail = message.starts_with("passed over");
    if (quiet_ || (is_detail && !verbose_)) return;
    clear();
    tell("sitrep: " + sanitize_line(message) + "\n");
}

}  // namespace sitrep::cli
