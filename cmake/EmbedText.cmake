# cmake -DINPUT=FILE -DNAME=NAME -DOUTPUT=FILE.cpp -P EmbedText.cmake
# Writes a C++ file that defines `sitrep::schema::NAME`, a string_view of the bytes of INPUT.
# Bytes and not string literals: compilers limit the length of those and change their line ends.
file(READ "${INPUT}" bytes HEX)
string(REGEX REPLACE "(................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include <string_view>

namespace sitrep::schema {
extern const std::string_view ${NAME};

static constexpr char bytes_of_${NAME}[] = {
${bytes}};
const std::string_view ${NAME}(bytes_of_${NAME}, sizeof bytes_of_${NAME});
}  // namespace sitrep::schema
")
