# Libraries of Debian 12, each an imported target. scripts/setup.sh installs them; what users of an
# installed relata must find again stands in relata-config.cmake.in too.
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(dnnl REQUIRED)
find_package(CLI11 REQUIRED)
include(${CMAKE_CURRENT_LIST_DIR}/ImportedLibraries.cmake)
