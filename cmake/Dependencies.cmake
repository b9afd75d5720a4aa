# Everything comes from Debian packages; scripts/install-deps lists them.
find_package(Threads REQUIRED)
find_package(Xapian 1.4.22 REQUIRED)
find_package(Snowball REQUIRED)
find_package(Cld2 REQUIRED)
find_package(XxHash REQUIRED)
find_package(Libdeflate REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
