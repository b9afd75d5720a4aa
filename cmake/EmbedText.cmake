# sitrep_embed_text(LIBRARY FILE NAME): that library, such as schema, carries the bytes of FILE as the
# string_view `sitrep::LIBRARY::NAME`, aligned to a line of the processor's cache. The assembler takes them in, which is
# much faster than compiling an array.
function(sitrep_embed_text library file name)
  get_filename_component(short "${file}" NAME)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded/${short}.cpp")
  file(CONFIGURE OUTPUT "${output}" @ONLY CONTENT [[
#include <string_view>

extern "C" {
extern const char sitrep_@name@_begin[];
extern const char sitrep_@name@_end[];
}

asm(".pushsection .rodata\n"
    ".balign 64\n"
    ".global sitrep_@name@_begin\n"
    ".hidden sitrep_@name@_begin\n"
    ".global sitrep_@name@_end\n"
    ".hidden sitrep_@name@_end\n"
    "sitrep_@name@_begin:\n"
    ".incbin \"@file@\"\n"
    "sitrep_@name@_end:\n"
    ".byte 0\n"
    ".popsection\n");

namespace sitrep::@library@ {
extern const std::string_view @name@;
const std::string_view @name@(sitrep_@name@_begin,
                              static_cast<std::size_t>(sitrep_@name@_end -
                                                       sitrep_@name@_begin));
}  // namespace sitrep::@library@
]])
  set_source_files_properties("${output}" PROPERTIES OBJECT_DEPENDS "${file}")
  target_sources(sitrep_${library} PRIVATE "${output}")
endfunction()
