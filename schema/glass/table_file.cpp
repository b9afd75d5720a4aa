#include "table_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sitrep_internal/system_error.hpp>
#include <system_error>
#include <unistd.h>

namespace sitrep::schema::glass {

TableFile::TableFile(std::filesystem::path path, const GlassTable& table)
    : path_(std::move(path)), table_(table), fd_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ >= 0) return;
    throw io_error("cannot open " + path_.string(), {errno, std::generic_category()});
}

TableFile::~TableFile() {
    ::close(fd_);
}

bool TableFile::read(std::uint32_t block, std::string& bytes) const {
    bytes.resize(table_.block_bytes);
    const auto begin = static_cast<off_t>(block) * static_cast<off_t>(table_.block_bytes);
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t size = ::pread(fd_, bytes.data() + done, bytes.size() - done,
                                     begin + static_cast<off_t>(done));
        if (size == 0) return false;
        if (size < 0 && errno != EINTR) {
            throw io_error("cannot read " + path_.string(), {errno, std::generic_category()});
        }
        if (size > 0) done += static_cast<std::size_t>(size);
    }
    return true;
}

}  // namespace sitrep::schema::glass
