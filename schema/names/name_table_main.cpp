// make-name-table COUNTRIES PLACES ACTORS TOPICS OUTPUT: runs while the library is built.
#include "name_table.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include <sitrep/schema/error.hpp>

namespace {

std::string read(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(std::string("cannot read ") + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) return 2;
    try {
        const std::string countries = read(argv[1]);
        const std::string places = read(argv[2]);
        const std::string actors = read(argv[3]);
        const std::string table =
            sitrep::schema::make_name_table({countries, places, actors}, read(argv[4]));
        std::ofstream file(argv[5], std::ios::binary);
        file << table;
        file.close();
        return file ? 0 : 1;
    } catch (const sitrep::schema::Error& error) {
        std::cerr << error.message() << "\n" << error.hint() << "\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
    }
    return 1;
}
