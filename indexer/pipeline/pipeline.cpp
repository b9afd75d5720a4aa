#include "pipeline.hpp"

#include "bounded_queue.hpp"
#include "flow_limit.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kBatchBytes = 256U << 10U;
constexpr std::size_t kBatchRecords = 256;

std::size_t most_records(BatchSizes sizes, std::uint64_t batch) {
    constexpr std::size_t kFirst = 16;
    constexpr std::uint64_t kOfOneSize = 4;
    constexpr std::uint64_t kMostDoublings = 4;
    static_assert(kFirst << kMostDoublings == kBatchRecords);
    if (sizes == BatchSizes::Alike) return kBatchRecords;
    return kFirst << std::min(batch / kOfOneSize, kMostDoublings);
}

struct RawBatch {
    std::uint64_t number = 0;
    std::uint64_t bytes = 0;  // of input
    std::size_t held = 0;     // by the records
    std::vector<RawRecord> records;
};

struct NumberedBatch {
    std::uint64_t number = 0;
    std::size_t held = 0;
    std::unique_ptr<PreparedBatch> batch;
};

/// Gives the documents of each batch their numbers, in the order of the batches.
class Numbering {
public:
    /// The number of the first of `count` documents; 0 once `stop` is requested. Batches are taken
    /// in order, so the one before is parsed already or being parsed.
    std::uint64_t take(std::uint64_t batch, std::size_t count, const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        if (!turn_.wait(lock, stop, [&] { return batch == next_batch_; })) return 0;
        const std::uint64_t first = next_document_;
        next_document_ += count;
        ++next_batch_;
        turn_.notify_all();
        return first;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any turn_;
    std::uint64_t next_batch_ = 0;
    std::uint64_t next_document_ = 1;
};

class Pipeline {
public:
    Pipeline(const std::vector<InputFile>& files,
             std::span<const std::unique_ptr<BatchWorker>> workers, const PipelineOptions& options,
             const std::stop_token& stop)
        : files_(files),
          open_(options.open),
          sizes_(options.sizes),
          workers_(workers),
          max_batches_(4 * workers.size() + 4),
          in_flight_(max_batches_, options.bytes_in_flight),
          raw_(max_batches_),
          prepared_(max_batches_),
          stop_with_caller_(stop, [this] { end(); }) {}

    void run(const BatchConsumer& consume) {
        {
            std::vector<std::jthread> threads;
            guarded([&] {
                start(threads);
                deliver(consume);
            });
            end();
        }
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void start(std::vector<std::jthread>& threads) {
        threads.emplace_back([this] {
            guarded([this] { read(); });
            raw_.close();
        });
        workers_left_ = workers_.size();
        for (const auto& worker : workers_) {
            threads.emplace_back([this, &worker] {
                guarded([&] { prepare(*worker); });
                leave();
            });
        }
    }

    /// The first failure is kept and stops all threads.
    template <typename Action>
    void guarded(Action action) {
        try {
            action();
        } catch (...) {
            {
                const std::scoped_lock lock(failure_mutex_);
                if (!failure_) failure_ = std::current_exception();
            }
            end();
        }
    }

    void end() {
        ended_.request_stop();
        raw_.close();
        prepared_.close();
    }

    void leave() {
        if (--workers_left_ == 0) prepared_.close();
    }

    [[nodiscard]] bool must_stop() const { return ended_.stop_requested(); }

    void read() {
        RawBatch batch;
        for (std::uint32_t i = 0; i < files_.size(); ++i) {
            if (!read_file(i, batch)) return;
        }
        dispatch(batch);
    }

    /// False if everything has to end.
    bool read_file(std::uint32_t index, RawBatch& batch) {
        const auto source = open_(files_[index], ended_.get_token());
        if (!source) return !must_stop();
        std::uint64_t counted = 0;
        RawRecord record;
        while (!must_stop() && source->next(record)) {
            record.file = index;
            batch.held += record.bytes.size();
            batch.records.push_back(std::move(record));
            record = {};
            batch.bytes += source->bytes_read() - counted;
            counted = source->bytes_read();
            const std::size_t most = most_records(sizes_, batch.number);
            if (batch.held < kBatchBytes && batch.records.size() < most) continue;
            if (!dispatch(batch)) return false;
        }
        batch.bytes += source->bytes_read() - counted;
        return !must_stop();
    }

    bool dispatch(RawBatch& batch) {
        if (!in_flight_.enter(batch.held, ended_.get_token())) return false;
        const std::uint64_t next = batch.number + 1;
        const bool taken = raw_.push(std::move(batch));
        batch = {};
        batch.number = next;
        return taken;
    }

    void prepare(BatchWorker& worker) {
        while (auto raw = raw_.pop()) {
            if (must_stop()) return;
            const std::size_t records = raw->records.size();
            const std::size_t good = worker.parse(std::move(raw->records));
            const auto first = numbering_.take(raw->number, good, ended_.get_token());
            if (first == 0) return;
            NumberedBatch out{raw->number, raw->held, worker.prepare(first)};
            out.batch->records = records;
            out.batch->bytes = raw->bytes;
            if (!prepared_.push(std::move(out))) return;
        }
    }

    void deliver(const BatchConsumer& consume) {
        std::map<std::uint64_t, NumberedBatch> early;
        std::uint64_t next = 0;
        while (auto batch = prepared_.pop()) {
            const std::uint64_t number = batch->number;
            early.emplace(number, std::move(*batch));
            for (auto ready = early.find(next); ready != early.end(); ready = early.find(next)) {
                if (must_stop()) return;
                consume(std::move(ready->second.batch));
                in_flight_.leave(ready->second.held);
                early.erase(ready);
                ++next;
            }
        }
    }

    const std::vector<InputFile>& files_;
    const SourceOpener& open_;
    const BatchSizes sizes_;
    std::span<const std::unique_ptr<BatchWorker>> workers_;
    const std::size_t max_batches_;
    FlowLimit in_flight_;
    BoundedQueue<RawBatch> raw_;
    Numbering numbering_;
    BoundedQueue<NumberedBatch> prepared_;
    std::atomic<std::size_t> workers_left_ = 0;
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
    std::stop_source ended_;
    std::stop_callback<std::function<void()>> stop_with_caller_;
};

}  // namespace

void run_pipeline(const std::vector<InputFile>& files,
                  std::span<const std::unique_ptr<BatchWorker>> workers,
                  const PipelineOptions& options, const std::stop_token& stop,
                  const BatchConsumer& consume) {
    Pipeline(files, workers, options, stop).run(consume);
}

}  // namespace sitrep::indexer
