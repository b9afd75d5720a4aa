# Installs BUILD_DIR, moves the installed tree, then builds examples/embed against it: once with
# find_package, once with the compiler and pkg-config alone. Runs both.
cmake_minimum_required(VERSION 3.25)


function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY COMMAND_ECHO STDOUT)
endfunction()

function(require_file path)
  if(NOT EXISTS "${prefix}/${path}")
    message(FATAL_ERROR "not installed: ${path}")
  endif()
endfunction()

function(require_text text wanted where)
  string(FIND "${text}" "${wanted}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "${where} says\n${text}\nwhich has no\n${wanted}")
  endif()
endfunction()

# The example finds the two reports about Ukraine, the one on prisoners first.
function(check_example program index)
  execute_process(COMMAND "${program}" "${index}"
    OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCH "^2 reports\nswap: [^\n]*\\*exchanged\\* \\*prisoners\\*[^\n]*\nharvest: [^\n]*\n$" match "${output}")
  if(NOT match)
    message(FATAL_ERROR "${program} printed\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE "${WORK_DIR}")
set(prefix "${WORK_DIR}/moved")
run("${CMAKE_COMMAND}" --install "${BUILD_DIR}" --prefix "${WORK_DIR}/staged")
file(RENAME "${WORK_DIR}/staged" "${prefix}")

require_file(bin/sitrep)
require_file(share/man/man1/sitrep.1)
require_file(share/doc/sitrep/LICENSE)
require_file(share/doc/sitrep/README.md)
require_file(share/sitrep/vocabulary/countries.tsv)
require_file(share/bash-completion/completions/sitrep)
require_file(share/zsh/site-functions/_sitrep)
require_file(share/fish/vendor_completions.d/sitrep.fish)
execute_process(COMMAND "${prefix}/bin/sitrep" --version
  OUTPUT_VARIABLE version COMMAND_ERROR_IS_FATAL ANY)
require_text("${version}" "sitrep 0." "sitrep --version")

# With find_package. A copy of the example, so that nothing of the source tree is near.
file(COPY "${SOURCE_DIR}/examples/embed" DESTINATION "${WORK_DIR}")
run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${WORK_DIR}/embed" -B "${WORK_DIR}/with-cmake"
  "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_PREFIX_PATH=${prefix}")
run("${CMAKE_COMMAND}" --build "${WORK_DIR}/with-cmake")
check_example("${WORK_DIR}/with-cmake/sitrep-embed" "${WORK_DIR}/with-cmake/reports.db")

# With nothing but pkg-config.
find_program(PKG_CONFIG NAMES pkg-config pkgconf REQUIRED)
foreach(module IN ITEMS sitrep-schema sitrep-indexer sitrep-searcher)
  execute_process(COMMAND "${CMAKE_COMMAND}" -E env "PKG_CONFIG_PATH=${prefix}/${LIBDIR}/pkgconfig"
    "${PKG_CONFIG}" --print-errors --cflags --libs ${module}
    OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  require_text("${flags}" "${prefix}" "pkg-config ${module}")
endforeach()
execute_process(COMMAND "${CMAKE_COMMAND}" -E env "PKG_CONFIG_PATH=${prefix}/${LIBDIR}/pkgconfig"
  "${PKG_CONFIG}" --cflags --libs sitrep-indexer sitrep-searcher
  OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND "${flags}")
run("${CXX}" -std=c++20 "${WORK_DIR}/embed/embed.cpp" -o "${WORK_DIR}/with-pkg-config" ${flags})
check_example("${WORK_DIR}/with-pkg-config" "${WORK_DIR}/pkg-config.db")

# One that only searches needs one module.
file(WRITE "${WORK_DIR}/search.cpp" "#include <sitrep/searcher/index_reader.hpp>
int main(int, char** argv) { return sitrep::searcher::IndexReader::open(argv[1]).search({}).total == 3 ? 0 : 1; }
")
execute_process(COMMAND "${CMAKE_COMMAND}" -E env "PKG_CONFIG_PATH=${prefix}/${LIBDIR}/pkgconfig"
  "${PKG_CONFIG}" --cflags --libs sitrep-searcher
  OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND "${flags}")
run("${CXX}" -std=c++20 "${WORK_DIR}/search.cpp" -o "${WORK_DIR}/search" ${flags})
run("${WORK_DIR}/search" "${WORK_DIR}/pkg-config.db")

# A component that does not exist is an error, and so is a version that this one does not serve.
function(require_refusal request wanted)
  string(MAKE_C_IDENTIFIER "${request}" name)
  file(WRITE "${WORK_DIR}/${name}/CMakeLists.txt" "cmake_minimum_required(VERSION 3.25)
project(Refused LANGUAGES CXX)
find_package(${request})
")
  execute_process(COMMAND "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${WORK_DIR}/${name}" -B "${WORK_DIR}/${name}/build"
    "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_PREFIX_PATH=${prefix}"
    RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE errors)
  if(result EQUAL 0)
    message(FATAL_ERROR "find_package(${request}) succeeded")
  endif()
  require_text("${errors}" "${wanted}" "find_package(${request})")
endfunction()
require_refusal("Sitrep REQUIRED COMPONENTS nonsense" "no component nonsense")
require_refusal("Sitrep 9.1 REQUIRED" "version")
