// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace file = wf::file;

namespace {

struct Folder {
    Folder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "wf-file-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::string operator/(std::string_view name) const { return path + "/" + std::string{name}; }
    std::string path;
};

} // namespace

TEST_CASE("what was saved is what is loaded, whatever the bytes")
{
    Folder const folder;
    std::string every_byte;
    for (int i = 0; i < 300'000; ++i) every_byte += static_cast<char>(i % 256);
    for (std::string const& bytes : {std::string{}, std::string{"een\r\ntwee"}, std::string{"\0\0", 2}, every_byte}) {
        CHECK(file::save(folder / "f", bytes).has_value());
        CHECK(file::load(folder / "f").value() == bytes);
    }
    CHECK(file::list(folder.path).value() == std::vector<std::string>{"f"});
}

TEST_CASE("a limit is the largest size that is still read")
{
    Folder const folder;
    REQUIRE(file::save(folder / "f", "12345").has_value());
    CHECK(file::load(folder / "f", 5).value() == "12345");
    auto const refused = file::load(folder / "f", 4);
    REQUIRE(!refused);
    CHECK(refused.error().code == "file.too_large");
    CHECK(refused.error().field == folder / "f");
    // A pipe or device has no size to look at beforehand.
    CHECK(file::load("/dev/zero", 1'000).error().code == "file.too_large");
}

TEST_CASE("missing files, folders and places")
{
    Folder const folder;
    REQUIRE(file::save(folder / "f", "x").has_value());
    CHECK(file::load(folder / "none").error().code == "file.not_found");
    CHECK(file::load(folder / "f/below").error().code == "file.not_found");
    CHECK(file::load(folder.path).error().code == "file.unreadable");
    CHECK(file::list(folder / "none").error().code == "file.not_found");
    CHECK(file::save(folder / "none/f", "x").error().code == "file.unwritable");
    CHECK(file::save(folder.path, "x").error().code == "file.unwritable");
    CHECK(file::make_folder(folder / "f").error().code == "file.unwritable");
    // Nothing half-written stays behind.
    CHECK(file::list(folder.path).value() == std::vector<std::string>{"f"});
}

TEST_CASE("folders are made with their parents, and making one again is no error")
{
    Folder const folder;
    CHECK(!file::exists(folder / "a/b"));
    CHECK(file::make_folder(folder / "a/b").has_value());
    CHECK(file::make_folder(folder / "a/b").has_value());
    CHECK(file::exists(folder / "a/b"));
    for (auto const* const name : {"a/b/é", "a/b/z", "a/b/A"}) REQUIRE(file::save(folder / name, "").has_value());
    CHECK(file::list(folder / "a/b").value() == std::vector<std::string>{"A", "z", "é"});
}

TEST_CASE("saving over a file keeps its permissions")
{
    Folder const folder;
    REQUIRE(file::save(folder / "secret", "old").has_value());
    REQUIRE(::chmod((folder / "secret").c_str(), 0600) == 0);
    REQUIRE(file::save(folder / "secret", "new").has_value());
    struct stat facts {};
    REQUIRE(::stat((folder / "secret").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("a reader sees the old or the new file, never half of one")
{
    Folder const folder;
    std::string const old(200'000, 'a');
    std::string const fresh(200'000, 'b');
    REQUIRE(file::save(folder / "f", old).has_value());
    std::atomic<bool> stop{false};
    std::atomic<int> broken{0};
    std::thread reader{[&] {
        while (!stop) {
            auto const seen = file::load(folder / "f");
            if (!seen || (*seen != old && *seen != fresh)) ++broken;
        }
    }};
    bool saved = true;
    for (int i = 0; i < 40; ++i) saved = saved && file::save(folder / "f", i % 2 == 0 ? fresh : old).has_value();
    stop = true;
    reader.join();
    CHECK(saved);
    CHECK(broken == 0);
}

TEST_CASE("checksums are those of FIPS 180-4")
{
    CHECK(file::checksum("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(file::checksum("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(file::checksum("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}
