#pragma once

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

#include <sitrep/schema/error.hpp>

#include "input_files.hpp"

namespace sitrep::indexer {

/// The bytes of a file or of standard input. Throws `Error` (InputUnreadable).
class InputStream {
public:
    explicit InputStream(const InputFile& input) : name_(input.path.empty() ? "standard input" : input.path.string()) {
        if (input.path.empty()) return;
        file_.reset(std::fopen(input.path.c_str(), "rb"));
        if (!file_) fail("cannot open");
    }

    /// Appends up to `size` bytes; false at the end of the input.
    bool read_more(std::string& buffer, std::size_t size) {
        const std::size_t before = buffer.size();
        buffer.resize(before + size);
        std::FILE* from = file_ ? file_.get() : stdin;
        const std::size_t got = std::fread(buffer.data() + before, 1, size, from);
        buffer.resize(before + got);
        if (got == 0 && std::ferror(from) != 0) fail("cannot read");
        return got > 0;
    }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    [[noreturn]] void fail(const std::string& what) const {
        throw schema::Error(schema::ErrorCode::InputUnreadable,
                            what + " " + name_ + ": " + std::strerror(errno));
    }

    std::string name_;
    std::unique_ptr<std::FILE, Close> file_;  // null for standard input
};

}  // namespace sitrep::indexer
