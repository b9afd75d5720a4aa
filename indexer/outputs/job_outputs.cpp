#include "job_outputs.hpp"

#include "inputs/input_formats.hpp"

#include <algorithm>
#include <array>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

/// Where something is or would be, through all links.
fs::path real_path(const fs::path& path) {
    std::error_code error;
    auto real = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? path : real;
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    static_cast<void>(rest);
    return end == folder.end() || (end->empty() && std::next(end) == folder.end());
}

void require_outside(const NamedOutput& output, const fs::path& db) {
    const auto where = real_path(output.file().value_or(output.path()));
    if (!is_below(where, real_path(db))) return;
    throw Error(ErrorCode::Usage, output.path().string() + " is in the index folder " + db.string(),
                "name a file elsewhere");
}

void require_no_input(const NamedOutput& output, const InputList& inputs) {
    if (!output.file()) return;
    std::error_code error;
    for (const auto& file : inputs.files) {
        if (file.path.empty() || !fs::equivalent(file.path, *output.file(), error)) continue;
        throw Error(ErrorCode::Usage,
                    output.path().string() + " is an input and would be overwritten",
                    "name another file");
    }
}

/// The next run would take it for records, or refuse to overwrite an input.
void require_no_later_input(const NamedOutput& output, const InputList& inputs) {
    if (!output.file() || !format_by_name(*output.file())) return;
    const auto where = real_path(*output.file());
    for (const auto& root : inputs.roots) {
        const auto folder = real_path(root.base / root.name);
        if (root.name.empty() || !is_below(where, folder)) continue;
        const auto below = where.lexically_relative(folder);
        const auto is_hidden = [](const fs::path& part) { return part.string().starts_with('.'); };
        if (std::ranges::any_of(below, is_hidden)) continue;
        throw Error(ErrorCode::Usage, output.path().string() + " would be an input of the next run",
                    "name a file outside of " + folder.string());
    }
}

void require_different(const NamedOutput& one, const NamedOutput& other) {
    if (!one.file() || !other.file() || real_path(*one.file()) != real_path(*other.file())) return;
    throw Error(ErrorCode::Usage, other.path().string() + " is to be written twice",
                "name a file for each");
}

void require_all_different(const JobOutputs& outputs) {
    const std::array<const std::optional<NamedOutput>*, 3> all{&outputs.rejects, &outputs.report,
                                                               &outputs.metrics};
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t other = i + 1; other < all.size(); ++other) {
            if (*all[i] && *all[other]) require_different(**all[i], **all[other]);
        }
    }
}

}  // namespace

NamedOutput own_rejects(const fs::path& db) {
    return NamedOutput(db / schema::kRejectsName);
}

JobOutputs find_outputs(const JobOptions& options, const InputList& inputs) {
    JobOutputs outputs;
    const auto find = [&](const fs::path& path) {
        NamedOutput output(path);
        require_outside(output, options.db);
        return output;
    };
    const auto find_other_than_inputs = [&](const std::optional<fs::path>& path) {
        std::optional<NamedOutput> output;
        if (!path) return output;
        require_no_input(output.emplace(find(*path)), inputs);
        require_no_later_input(*output, inputs);
        return output;
    };
    const bool are_own = options.rejects && real_path(*options.rejects) ==
                                                real_path(options.db / schema::kRejectsName);
    if (options.rejects && !are_own) {
        outputs.rejects = find(*options.rejects);
        // Records that are refused again may take the place of those that were tried.
        if (!options.retry) require_no_input(*outputs.rejects, inputs);
        require_no_later_input(*outputs.rejects, inputs);
    }
    outputs.report = find_other_than_inputs(options.report);
    outputs.metrics = find_other_than_inputs(options.metrics);
    require_all_different(outputs);
    return outputs;
}

}  // namespace sitrep::indexer
