#include "pipeline.hpp"

#include "bounded_queue.hpp"
#include "record_source.hpp"

#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <semaphore>
#include <thread>

namespace sitrep::indexer {
namespace {

constexpr std::size_t kBatchBytes = 256U << 10U;
constexpr std::size_t kBatchRecords = 256;

struct RawBatch {
    std::uint64_t number = 0;
    std::uint64_t bytes = 0;  // of input
    std::size_t held = 0;     // by the records
    std::vector<RawRecord> records;
};

struct NumberedBatch {
    std::uint64_t number = 0;
    PreparedBatch batch;
};

class Pipeline {
public:
    Pipeline(const std::vector<InputFile>& files, const PipelineOptions& options,
             const std::stop_token& stop)
        : files_(files),
          options_(options),
          in_flight_limit_(4 * static_cast<std::ptrdiff_t>(options.threads) + 4),
          in_flight_(in_flight_limit_),
          raw_(static_cast<std::size_t>(in_flight_limit_)),
          prepared_(static_cast<std::size_t>(in_flight_limit_)),
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
        workers_left_ = options_.threads;
        for (unsigned i = 0; i < options_.threads; ++i) {
            threads.emplace_back([this] {
                guarded([this] { prepare(); });
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
        in_flight_.release(in_flight_limit_);  // wakes the reader
    }

    void leave() {
        if (--workers_left_ == 0) prepared_.close();
    }

    [[nodiscard]] bool must_stop() const { return ended_.stop_requested(); }

    void read() {
        RawBatch batch;
        for (const auto& file : files_) {
            if (!read_file(file, batch)) return;
        }
        dispatch(batch);
    }

    /// False if everything has to end.
    bool read_file(const InputFile& file, RawBatch& batch) {
        const auto source = open_source(file, ended_.get_token());
        std::uint64_t counted = 0;
        RawRecord record;
        while (!must_stop() && source->next(record)) {
            batch.held += record.bytes.size();
            batch.records.push_back(std::move(record));
            record = {};
            batch.bytes += source->bytes_read() - counted;
            counted = source->bytes_read();
            if (batch.held < kBatchBytes && batch.records.size() < kBatchRecords) continue;
            if (!dispatch(batch)) return false;
        }
        batch.bytes += source->bytes_read() - counted;
        return !must_stop();
    }

    bool dispatch(RawBatch& batch) {
        in_flight_.acquire();
        if (must_stop()) return false;
        const std::uint64_t next = batch.number + 1;
        const bool taken = raw_.push(std::move(batch));
        batch = {};
        batch.number = next;
        return taken;
    }

    void prepare() {
        RecordPreparer preparer(options_.default_language, options_.record_language);
        while (auto raw = raw_.pop()) {
            if (must_stop()) return;
            NumberedBatch out{raw->number, {{}, raw->bytes}};
            out.batch.records.reserve(raw->records.size());
            for (auto& record : raw->records) {
                out.batch.records.push_back(preparer.prepare(std::move(record)));
            }
            if (!prepared_.push(std::move(out))) return;
        }
    }

    void deliver(const BatchConsumer& consume) {
        std::map<std::uint64_t, PreparedBatch> early;
        std::uint64_t next = 0;
        while (auto batch = prepared_.pop()) {
            early.emplace(batch->number, std::move(batch->batch));
            for (auto ready = early.find(next); ready != early.end(); ready = early.find(next)) {
                if (must_stop()) return;
                consume(std::move(ready->second));
                early.erase(ready);
                in_flight_.release();
                ++next;
            }
        }
    }

    const std::vector<InputFile>& files_;
    const PipelineOptions& options_;
    const std::ptrdiff_t in_flight_limit_;
    std::counting_semaphore<> in_flight_;
    BoundedQueue<RawBatch> raw_;
    BoundedQueue<NumberedBatch> prepared_;
    std::atomic<unsigned> workers_left_ = 0;
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
    std::stop_source ended_;
    std::stop_callback<std::function<void()>> stop_with_caller_;
};

}  // namespace

void run_pipeline(const std::vector<InputFile>& files, const PipelineOptions& options,
                  const std::stop_token& stop, const BatchConsumer& consume) {
    Pipeline(files, options, stop).run(consume);
}

}  // namespace sitrep::indexer
