// For the parameters that keep the time of the dictionary trainer and of packing within bounds.
#define ZDICT_STATIC_LINKING_ONLY
#define ZSTD_STATIC_LINKING_ONLY

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <new>
#include <sitrep_internal/damage.hpp>
#include <xxhash.h>
#include <zdict.h>
#include <zstd.h>

#include <sitrep/schema/error.hpp>
#include <sitrep/schema/report_packing.hpp>

namespace sitrep::schema {
namespace {

/// A plain stored report begins with the length of a stemmer's name, which is far below.
constexpr unsigned char kPackedMark = 0xF5;
/// The mark and three bytes that name the dictionary.
constexpr std::size_t kHeaderBytes = 4;
/// With half as much, stored reports take almost two per cent more room.
constexpr std::size_t kMaxDictionaryBytes = 64U << 10U;
/// Fewer would give a dictionary that takes more room than it saves.
constexpr std::size_t kLeastSamples = 50;
constexpr std::size_t kLeastSampleBytes = 64U << 10U;
/// `hash_bits` address the table of places in the dictionary: 14 keep it in the caches next to the
/// processor.
struct PackingLevel {
    int level;
    unsigned hash_bits;
};

/// Of 80,000 news stories, Small takes 5.6 per cent less room than Fast and a quarter more time;
/// level 6 takes four times as long for two per cent more.
constexpr PackingLevel level_of(PackingEffort effort) noexcept {
    return effort == PackingEffort::Fast ? PackingLevel{1, 14} : PackingLevel{3, 15};
}

constexpr std::uint64_t kUsualReportBytes = 2000;
/// More than any report has; keeps a damaged index from taking all memory.
constexpr std::uint64_t kMaxReportBytes = 256ULL << 20U;
/// More memory is not kept from one report to the next.
constexpr std::size_t kMaxKeptBytes = 4U << 20U;

[[noreturn]] void damaged(const char* what) {
    throw Error(ErrorCode::IndexDamaged, std::string("a stored report cannot be read: ") + what,
                kRebuildHint);
}

using Header = std::array<char, kHeaderBytes>;

/// No dictionary has the number 0.
Header header_for(std::string_view dictionary) {
    if (dictionary.empty()) return {static_cast<char>(kPackedMark), 0, 0, 0};
    const std::uint64_t hash = XXH3_64bits(dictionary.data(), dictionary.size());
    return {static_cast<char>(kPackedMark), static_cast<char>(hash & 255U),
            static_cast<char>((hash >> 8U) & 255U), static_cast<char>((hash >> 16U) | 1U)};
}

template <typename T, std::size_t (*kFree)(T*)>
struct Freed {
    void operator()(T* object) const noexcept { kFree(object); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, Freed<ZSTD_CCtx, ZSTD_freeCCtx>>;
using Decompressor = std::unique_ptr<ZSTD_DCtx, Freed<ZSTD_DCtx, ZSTD_freeDCtx>>;
using PackingDictionary = std::unique_ptr<ZSTD_CDict, Freed<ZSTD_CDict, ZSTD_freeCDict>>;
using UnpackingDictionary = std::unique_ptr<ZSTD_DDict, Freed<ZSTD_DDict, ZSTD_freeDDict>>;

/// A frame without a mark of its own, a checksum and a number of the dictionary: the header and the
/// database have what is needed of that.
void set_form(ZSTD_CCtx* context, int level) {
    ZSTD_CCtx_setParameter(context, ZSTD_c_format, ZSTD_f_zstd1_magicless);
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 0);
    ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
}

}  // namespace

std::string train_dictionary(const std::vector<std::string>& samples, PackingEffort effort) {
    std::string bytes;
    std::vector<std::size_t> sizes;
    for (const auto& sample : samples) {
        bytes += sample;
        sizes.push_back(sample.size());
    }
    if (sizes.size() < kLeastSamples || bytes.size() < kLeastSampleBytes) return {};
    ZDICT_fastCover_params_t parameters{};
    parameters.k = 512;
    parameters.d = 8;
    parameters.f = 18;
    parameters.accel = 2;
    parameters.splitPoint = 1.0;
    parameters.zParams.compressionLevel = level_of(effort).level;
    std::string dictionary(std::min(kMaxDictionaryBytes, bytes.size() / 2), '\0');
    const std::size_t size = ZDICT_trainFromBuffer_fastCover(
        dictionary.data(), dictionary.size(), bytes.data(), sizes.data(),
        static_cast<unsigned>(sizes.size()), parameters);
    // Samples that have nothing in common give none.
    if (ZDICT_isError(size) != 0) return {};
    dictionary.resize(size);
    return dictionary;
}

class ReportPacker::Impl {
public:
    Impl(std::string_view dictionary, PackingLevel level)
        : header_(header_for(dictionary)), context_(ZSTD_createCCtx()) {
        if (!context_) throw std::bad_alloc();
        set_form(context_.get(), level.level);
        if (dictionary.empty()) return;
        ZSTD_compressionParameters parameters =
            ZSTD_getCParams(level.level, kUsualReportBytes, dictionary.size());
        parameters.hashLog = level.hash_bits;
        dictionary_.reset(ZSTD_createCDict_advanced(dictionary.data(), dictionary.size(),
                                                    ZSTD_dlm_byCopy, ZSTD_dct_auto, parameters,
                                                    ZSTD_defaultCMem));
        if (!dictionary_) damaged("the dictionary of the index is damaged");
        ZSTD_CCtx_refCDict(context_.get(), dictionary_.get());
    }

    bool pack(std::string& encoded) {
        if (!dictionary_ && encoded.size() <= kMaxPlainBytes) return false;
        if (encoded.size() > kMaxReportBytes) {
            throw Error(ErrorCode::Usage, "a report of more than 256 MiB cannot be stored",
                        "cut it into several reports");
        }
        packed_.resize(kHeaderBytes + ZSTD_compressBound(encoded.size()));
        const std::size_t size =
            ZSTD_compress2(context_.get(), packed_.data() + kHeaderBytes,
                           packed_.size() - kHeaderBytes, encoded.data(), encoded.size());
        if (ZSTD_isError(size) != 0) {
            throw Error(ErrorCode::Internal,
                        std::string("cannot compress a report: ") + ZSTD_getErrorName(size));
        }
        encoded.assign(header_.data(), kHeaderBytes);
        encoded.append(packed_, kHeaderBytes, size);
        return true;
    }

private:
    Header header_;
    PackingDictionary dictionary_;
    Compressor context_;
    std::string packed_;
};

ReportPacker::ReportPacker(std::string_view dictionary, PackingEffort effort)
    : impl_(std::make_unique<Impl>(dictionary, level_of(effort))) {}
ReportPacker::~ReportPacker() = default;
ReportPacker::ReportPacker(ReportPacker&&) noexcept = default;
ReportPacker& ReportPacker::operator=(ReportPacker&&) noexcept = default;

bool ReportPacker::pack(std::string& encoded) {
    return impl_->pack(encoded);
}

class ReportUnpacker::Impl {
public:
    void add_dictionary(std::string_view dictionary) {
        const Header header = header_for(dictionary);
        if (dictionary.empty() || dictionaries_.contains(header)) return;
        UnpackingDictionary made(ZSTD_createDDict(dictionary.data(), dictionary.size()));
        if (!made) damaged("the dictionary of the index is damaged");
        dictionaries_.emplace(header, std::move(made));
    }

    std::string_view unpack(std::string_view stored) {
        if (stored.empty() || static_cast<unsigned char>(stored.front()) != kPackedMark) {
            return stored;
        }
        if (stored.size() < kHeaderBytes) damaged("it is cut off");
        Header header{};
        stored.copy(header.data(), kHeaderBytes);
        const auto dictionary = dictionaries_.find(header);
        const bool needs_none = header == header_for({});
        if (dictionary == dictionaries_.end() && !needs_none) damaged("its dictionary is missing");
        stored.remove_prefix(kHeaderBytes);
        const std::size_t size = unpacked_size(stored);
        if (size <= kMaxKeptBytes && buffer_.size() > kMaxKeptBytes) buffer_ = std::string();
        if (buffer_.size() < size) buffer_.resize(size);
        ZSTD_DCtx_refDDict(context(), needs_none ? nullptr : dictionary->second.get());
        const std::size_t done = ZSTD_decompressDCtx(context(), buffer_.data(), buffer_.size(),
                                                     stored.data(), stored.size());
        if (ZSTD_isError(done) != 0 || done != size) damaged("it does not uncompress");
        return std::string_view(buffer_).substr(0, size);
    }

private:
    static std::size_t unpacked_size(std::string_view frame) {
        ZSTD_frameHeader header{};
        const std::size_t error = ZSTD_getFrameHeader_advanced(&header, frame.data(), frame.size(),
                                                               ZSTD_f_zstd1_magicless);
        if (error != 0 || header.frameContentSize > kMaxReportBytes) damaged("its size is wrong");
        return static_cast<std::size_t>(header.frameContentSize);
    }

    ZSTD_DCtx* context() {
        if (!context_) {
            context_.reset(ZSTD_createDCtx());
            if (!context_) throw std::bad_alloc();
            ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_format, ZSTD_f_zstd1_magicless);
        }
        return context_.get();
    }

    std::map<Header, UnpackingDictionary> dictionaries_;
    Decompressor context_;
    std::string buffer_;
};

ReportUnpacker::ReportUnpacker() : impl_(std::make_unique<Impl>()) {}
ReportUnpacker::~ReportUnpacker() = default;
ReportUnpacker::ReportUnpacker(ReportUnpacker&&) noexcept = default;
ReportUnpacker& ReportUnpacker::operator=(ReportUnpacker&&) noexcept = default;

void ReportUnpacker::add_dictionary(std::string_view dictionary) {
    impl_->add_dictionary(dictionary);
}

std::string_view ReportUnpacker::unpack(std::string_view stored) {
    return impl_->unpack(stored);
}

}  // namespace sitrep::schema
