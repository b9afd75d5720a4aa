#include "glass/buffer_writer.hpp"

#include "support/catch.hpp"

#include <future>
#include <stdexcept>
#include <string>
#include <thread>

using sitrep::indexer::glass::BufferWriter;

TEST_CASE("buffers are written in their order", "[buffer_writer]") {
    std::string written;
    std::string expected;
    BufferWriter writer([&](std::string_view bytes) { written += bytes; });
    for (int i = 0; i < 1000; ++i) {
        std::string buffer = std::to_string(i) + " ";
        expected += buffer;
        writer.take(buffer);
        REQUIRE(buffer.empty());
    }
    writer.wait();
    CHECK(written == expected);
}

TEST_CASE("who waits for a failed write learns of it, again and again", "[buffer_writer]") {
    int calls = 0;
    BufferWriter writer([&](std::string_view) {
        ++calls;
        throw std::runtime_error("full");
    });
    std::string buffer = "one";
    writer.take(buffer);
    CHECK_THROWS_WITH(writer.wait(), "full");
    buffer = "two";
    CHECK_THROWS_WITH(writer.take(buffer), "full");
    CHECK_THROWS_WITH(writer.wait(), "full");
    CHECK(calls == 1);
}

TEST_CASE("a writer that nobody waits for ends, and so does what it has begun to write", "[buffer_writer]") {
    std::string written;
    std::promise<void> begun;
    {
        BufferWriter writer([&](std::string_view bytes) {
            begun.set_value();
            std::this_thread::yield();
            written += bytes;
        });
        std::string buffer = "one";
        writer.take(buffer);
        begun.get_future().wait();
    }
    CHECK(written == "one");
}
