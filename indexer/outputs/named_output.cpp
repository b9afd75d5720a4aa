#include "named_output.hpp"

#include "support/followed_path.hpp"
#include "support/open_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

#include <sitrep/schema/error.hpp>

namespace sitrep::indexer {
namespace {

namespace fs = std::filesystem;
using schema::Error;
using schema::ErrorCode;

void require_writable_descriptor(int descriptor, const fs::path& path) {
    const int flags = ::fcntl(descriptor, F_GETFL);
    if (flags >= 0 && (flags & O_ACCMODE) != O_RDONLY) return;
    throw Error(ErrorCode::Io, path.string() + " is not open for writing",
                "name a file, or open the descriptor before the program starts");
}

void require_permission(const fs::path& path, int mode) {
    if (::access(path.c_str(), mode) == 0) return;
    throw Error(ErrorCode::Io, "cannot write to " + path.string() + ": " + std::strerror(errno),
                "check that you may write there, or name another file");
}

void require_name(const fs::path& path) {
    if (path.empty()) {
        throw Error(ErrorCode::Usage, "a file to write has no name", "name a file");
    }
    if (path == "-") {
        throw Error(ErrorCode::Usage, "- is no file to write",
                    "/dev/stdout is standard output, ./- a file of that name");
    }
}

}  // namespace

NamedOutput::NamedOutput(fs::path path) : path_(std::move(path)) {
    require_name(path_);
    find_file();
    if (descriptor_) {
        require_writable_descriptor(*descriptor_, path_);
        return;
    }
    std::error_code unknown;
    const auto status = fs::status(*file_, unknown);
    if (fs::is_directory(status) || fs::is_socket(status)) {
        throw Error(ErrorCode::Usage,
                    path_.string() + " is " + (fs::is_directory(status) ? "a folder" : "a socket") +
                        ", not a file",
                    "name a file");
    }
    if (!fs::exists(status) || fs::is_regular_file(status)) {
        require_writable_file();
        return;
    }
    require_permission(*file_, W_OK);
    file_.reset();
}

void NamedOutput::find_file() {
    const auto followed = follow_links(path_);
    if (!followed) {
        throw Error(ErrorCode::Io, "the link " + path_.string() + " cannot be followed",
                    "name the file itself");
    }
    descriptor_ = followed->descriptor;
    if (!descriptor_) file_ = followed->path;
}

void NamedOutput::require_writable_file() const {
    const auto folder = file_->has_parent_path() ? file_->parent_path() : fs::path(".");
    std::error_code unknown;
    if (!fs::is_directory(folder, unknown)) {
        throw Error(ErrorCode::Io,
                    "there is no folder " + folder.string() + " to write " +
                        file_->filename().string() + " in",
                    "make it, or name another one");
    }
    require_permission(folder, W_OK | X_OK);
}

std::unique_ptr<OpenFile> NamedOutput::open_through() const {
    if (descriptor_) {
        return std::make_unique<OpenFile>(duplicate_descriptor(*descriptor_), path_);
    }
    return std::make_unique<OpenFile>(path_, O_WRONLY | O_NOCTTY);
}

void NamedOutput::write(std::string_view text) const {
    if (file_) {
        write_file_atomically(*file_, text);
    } else {
        open_through()->write(text);
    }
}

}  // namespace sitrep::indexer
