#include "command_line.hpp"
#include "commands/commands.hpp"
#include "crash_message.hpp"
#include "error_output.hpp"
#include "output.hpp"
#include "signals.hpp"
#include "standard_streams.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include <sitrep/schema/error.hpp>

namespace {

using namespace sitrep::cli;
using sitrep::schema::Error;
using sitrep::schema::ErrorCode;

ExitCode run(const Options& options) {
    switch (options.command) {
        case Command::Index: return run_index(options);
        case Command::Search: return run_search(options);
        case Command::Facets: return run_facets(options);
        case Command::Show: return run_show(options);
        case Command::Info: return run_info(options);
        case Command::Verify: return run_verify(options);
        case Command::Eval: return run_eval(options);
        case Command::Help: break;  // was answered when the command line was read
    }
    return ExitCode::Failed;
}

ExitCode report_error(const Error& error, bool as_json, const std::string& query) {
    const ExitCode code = error.code() == ErrorCode::Interrupted ? interrupted_exit_code()
                                                                 : exit_code_of(error.code());
    tell(as_json ? error_to_json(error, code) : describe_error(error, query));
    return code;
}

void explain_faults(bool as_json) {
    const Error crash(ErrorCode::Internal,
                      "the program ran into a fault and was stopped; a damaged index can do that",
                      "sitrep verify says whether the index is damaged; if it is not, this is a "
                      "bug: please report it with what was asked for");
    explain_crashes(as_json ? error_to_json(crash, ExitCode::Failed) : describe_error(crash, {}));
}

/// Everything that can go wrong ends here and gets its exit code.
ExitCode guarded_main(const std::vector<std::string>& arguments) {
    // Asked for before the arguments are understood, so that usage errors are JSON too.
    bool as_json = std::ranges::find(arguments, "--json") != arguments.end();
    std::string query;
    try {
        const auto read = read_command_line(arguments);
        if (const auto* help = std::get_if<HelpText>(&read)) {
            print(help->text);
            flush_output();
            return ExitCode::Done;
        }
        const auto& options = std::get<Options>(read);
        as_json = options.common.json;
        query = options.request.text;
        explain_faults(as_json);
        const ExitCode code = run(options);
        flush_output();
        return code;
    } catch (const ClosedPipe&) {
        return ExitCode::Done;
    } catch (const Error& error) {
        return report_error(error, as_json, query);
    } catch (const std::bad_alloc&) {
        return report_error(Error(ErrorCode::Io, "there is not enough memory",
                                  "give index a smaller --memory, or fewer --threads"),
                            as_json, query);
    } catch (const std::exception& error) {
        return report_error(Error(ErrorCode::Internal, error.what()), as_json, query);
    }
}

}  // namespace

int main(int argc, char** argv) {
    hold_standard_streams();
    ignore_broken_pipes();
    return static_cast<int>(guarded_main({argv + 1, argv + argc}));
}
