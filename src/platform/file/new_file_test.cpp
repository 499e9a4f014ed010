// SPDX-License-Identifier: EUPL-1.2
#include "platform/file/new_file.hpp"

#include "platform/file/file.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>

namespace wf::file {
namespace {

struct Folder {
    std::string path;
    Folder()
    {
        path = (std::filesystem::temp_directory_path() / "wf-new-file-XXXXXX").string();
        REQUIRE(::mkdtemp(path.data()) != nullptr);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    [[nodiscard]] std::string file(std::string const& name) const { return path + "/" + name; }
};

} // namespace

TEST_CASE("a new file has its name when it is whole, and only its owner reads it")
{
    Folder const folder;
    auto made = NewFile::make(folder.file("a")).value();
    made.write("one ");
    made.write("two");
    CHECK(!exists(folder.file("a")));
    made.sync();
    REQUIRE(made.name());
    CHECK(list(folder.path).value() == std::vector<std::string>{"a"});
    CHECK(load(folder.file("a")).value() == "one two");
    struct stat facts {};
    REQUIRE(::stat(folder.file("a").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("one that gets no name is gone, and what a killed program left is written over")
{
    Folder const folder;
    {
        auto made = NewFile::make(folder.file("a")).value();
        made.write("half");
    }
    CHECK(list(folder.path).value().empty());
    REQUIRE(save(folder.file("a.part"), "left behind, and longer than what comes"));
    auto made = NewFile::make(folder.file("a")).value();
    made.write("new");
    made.sync();
    REQUIRE(made.name());
    CHECK(load(folder.file("a")).value() == "new");
}

TEST_CASE("nobody's file is replaced, and two do not write one file")
{
    Folder const folder;
    auto made = NewFile::make(folder.file("a")).value();
    CHECK(NewFile::make(folder.file("a")).error().code == "file.being_written");
    REQUIRE(save(folder.file("a"), "mine"));
    made.sync();
    CHECK(made.name().error().code == "file.exists");
    CHECK(load(folder.file("a")).value() == "mine");
    CHECK(NewFile::make(folder.file("a")).error().code == "file.exists");
    CHECK(NewFile::make(folder.file("no/such")).error().code == "file.unwritable");
}

TEST_CASE("an old file is read in pieces to its end")
{
    Folder const folder;
    REQUIRE(save(folder.file("a"), "0123456789"));
    auto old = OldFile::open(folder.file("a")).value();
    CHECK(old.bytes() == 10);
    std::string piece(7, '\0');
    CHECK(old.read(piece) == 7);
    CHECK(piece == "0123456");
    CHECK(old.read(piece) == 3);
    CHECK(old.read(piece) == 0);
    CHECK(OldFile::open(folder.file("b")).error().code == "file.not_found");
    CHECK(OldFile::open(folder.path).error().code == "file.unreadable");
}

} // namespace wf::file
