#include <chrono>
#include <string>
#include <string_view>

#include <sitrep/indexer/job_report.hpp>

namespace sitrep::indexer {
namespace {

/// Of a label: backslashes, quotation marks and line ends are escaped.
std::string escaped(std::string_view value) {
    std::string out;
    for (const char c : value) {
        if (c == '\\' || c == '"') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return out;
}

class MetricsText {
public:
    explicit MetricsText(const std::string& db) : labels_("{db=\"" + escaped(db) + "\"} ") {}

    void add(const std::string& name, const std::string& help, const std::string& value) {
        const std::string full = "sitrep_index_" + name;
        text_ += "# HELP " + full + " " + help + "\n# TYPE " + full + " gauge\n";
        text_ += full + labels_ + value + "\n";
    }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string labels_;
    std::string text_;
};

std::string seconds_since_epoch() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

}  // namespace

std::string to_metrics(const JobReport& report, const std::filesystem::path& db) {
    MetricsText out(db.string());
    const auto number = [](auto value) { return std::to_string(value); };
    out.add("last_success_timestamp_seconds", "When the last run ended that was not a failure.",
            seconds_since_epoch());
    out.add("last_run_seconds", "How long the last run took.", number(report.seconds));
    out.add("reports", "Reports in the index.", number(report.documents));
    out.add("generation", "Generation of the index.", number(report.generation));
    out.add("last_run_input_files", "Files in the input of the last run.",
            number(report.input_files));
    out.add("last_run_read", "Records in the input of the last run.", number(report.read));
    out.add("last_run_added", "Reports that the last run added.", number(report.added));
    out.add("last_run_updated", "Reports that the last run replaced.", number(report.updated));
    out.add("last_run_unchanged", "Records that the index had already.", number(report.unchanged));
    out.add("last_run_removed", "Reports that the last run removed.", number(report.removed));
    out.add("last_run_refused", "Records that the last run refused.", number(report.refused));
    out.add("last_run_bytes_read", "Bytes that the last run read of its input.",
            number(report.bytes_read));
    return out.text();
}

}  // namespace sitrep::indexer
