#include "input_files.hpp"

#include "input_formats.hpp"
#include "support/followed_path.hpp"

#include <algorithm>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/index_layout.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

/// A file that was named by itself is read even if its ending says nothing, unless it is known that
/// nothing reads it. Looking into a pipe would use up its first bytes.
InputFormat format_of_named(const fs::path& path, bool is_regular) {
    if (const auto by_name = format_by_name(path)) return *by_name;
    if (!is_regular) return InputFormat::Jsonl;
    const std::string head = head_of(path);
    if (const auto unread = unread_format(path, head)) {
        throw Error(ErrorCode::InputUnreadable,
                    path.string() + " is " + std::string(unread->what) +
                        "; only JSON Lines and text are read",
                    std::string(unread->advice) + "; --format text takes it for text");
    }
    return format_by_content(head);
}

std::optional<std::uint64_t> size_of(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return std::nullopt;
    const auto size = fs::file_size(path, error);
    if (error) return std::nullopt;
    return size;
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

/// A pipe, a device, or what the program was started with (`/dev/stdin`): what comes from there the
/// next time is something else.
bool is_stream(const fs::path& path, const fs::file_status& status) {
    if (!fs::is_regular_file(status)) return true;
    const auto followed = follow_links(path);
    return followed && followed->descriptor;
}

/// With the folder's own name, also for `.`, `..` and `reports/`.
InputRoot root_of(const fs::path& folder) {
    std::error_code error;
    auto canonical = fs::weakly_canonical(folder, error);
    if (error) canonical = folder;
    return {canonical.filename().string(), canonical.parent_path()};
}

std::size_t add_root(InputList& list, const InputRoot& root) {
    const auto found = std::ranges::find(list.roots, root);
    if (found != list.roots.end()) return static_cast<std::size_t>(found - list.roots.begin());
    list.roots.push_back(root);
    return list.roots.size() - 1;
}

/// The index may lie in the folder that it is made of; its own files are no input.
bool is_index(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / schema::kStubName, error);
}

/// Links to folders are not followed, since they may lead in a circle. One to a folder that is read
/// anyway is left out without a loss.
bool is_lost_link(const fs::directory_entry& entry, const fs::path& folder) {
    std::error_code unknown;
    if (!entry.is_symlink(unknown) || entry.is_regular_file(unknown)) return false;
    if (!entry.is_directory(unknown)) return !entry.exists(unknown);
    const auto target = fs::canonical(entry.path(), unknown);
    const auto from_folder = target.lexically_relative(fs::canonical(folder, unknown));
    return unknown || from_folder.empty() || *from_folder.begin() == "..";
}

struct FolderContents {
    std::vector<fs::path> files;
    std::vector<fs::path> others;  ///< pipes and the like
    std::vector<fs::path> lost_links;
};

FolderContents contents_of(const fs::path& folder) {
    FolderContents contents;
    std::error_code error;
    auto entries = fs::recursive_directory_iterator(folder, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        const auto& path = entries->path();
        std::error_code unknown;  // of a link that leads nowhere
        const bool is_folder = entries->is_directory(unknown);
        if (is_hidden(path) || (is_folder && is_index(path))) {
            if (is_folder) entries.disable_recursion_pending();
        } else if (is_lost_link(*entries, folder)) {
            contents.lost_links.push_back(path);
        } else if (!is_folder) {
            auto& list = entries->is_regular_file(unknown) ? contents.files : contents.others;
            list.push_back(path);
        }
    }
    if (error) {
        throw Error(ErrorCode::InputUnreadable,
                    "cannot read the folder " + folder.string() + ": " + error.message());
    }
    for (auto* paths : {&contents.files, &contents.others, &contents.lost_links}) {
        std::ranges::sort(*paths);
    }
    return contents;
}

void list_folder(const fs::path& folder, InputFormat format, InputList& list) {
    const auto contents = contents_of(folder);
    const InputRoot root = root_of(folder);
    const std::size_t number = add_root(list, root);
    const std::size_t files_before = list.files.size();
    const auto shown = [&](const fs::path& path) {
        return (fs::path(root.name) / path.lexically_relative(folder)).string();
    };
    for (const auto& path : contents.files) {
        const auto known = format_by_name(path);
        if (known && (format == InputFormat::Auto || *known == format)) {
            list.files.push_back(
                {path, shown(path), *known, size_of(path), shown(path), false, number});
        } else {
            list.skipped.push_back(shown(path));
        }
    }
    for (const auto& path : contents.others) list.skipped.push_back(shown(path));
    for (const auto& path : contents.lost_links) list.skipped_links.push_back(shown(path));
    if (list.files.size() == files_before) list.without_files.push_back(folder.string());
}

void list_input(const std::string& input, InputFormat format, InputList& list) {
    if (input == "-") {
        list.files.push_back({{},
                              std::string(kStandardInputName),
                              format == InputFormat::Auto ? InputFormat::Jsonl : format,
                              std::nullopt});
        return;
    }
    const fs::path path(input);
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
        throw Error(ErrorCode::InputUnreadable, "there is no file or folder " + input,
                    "check the spelling; - reads standard input");
    }
    if (fs::is_directory(status)) {
        list_folder(path, format, list);
        return;
    }
    const auto known =
        format == InputFormat::Auto ? format_of_named(path, fs::is_regular_file(status)) : format;
    InputFile file{path, path.filename().string(), known, size_of(path)};
    if (!is_stream(path, status)) {
        file.place = path.lexically_normal().string();
        if (path.is_relative()) file.root = add_root(list, {"", fs::current_path(error)});
    }
    list.files.push_back(std::move(file));
}

}  // namespace

std::optional<std::uint64_t> InputList::total_bytes() const {
    std::uint64_t total = 0;
    for (const auto& file : files) {
        if (!file.size) return std::nullopt;
        total += *file.size;
    }
    return total;
}

InputList list_inputs(const std::vector<std::string>& inputs, InputFormat format) {
    InputList list;
    for (const auto& input : inputs) list_input(input, format, list);
    return list;
}

InputList list_rejects(const fs::path& path) {
    const auto size = size_of(path);
    if (!size) {
        throw Error(ErrorCode::InputUnreadable, "there is no rejects file " + path.string(),
                    "a run that refuses records says where they are");
    }
    InputFile file{path, path.filename().string(), InputFormat::Jsonl, size};
    file.is_rejects = true;
    InputList list;
    list.files.push_back(std::move(file));
    return list;
}

}  // namespace sitrep::indexer
