// SPDX-License-Identifier: EUPL-1.2
// A certificate for 127.0.0.1 that vouches for itself, made by openssl for the length of a test. Only tests include this.
#pragma once

#include "platform/file/test_folder.hpp"
#include "platform/file/test_process.hpp"

namespace wf::file {

struct TestCertificate {
    TestFolder folder;
    std::string file = folder.path + "/cert.pem";
    std::string key = folder.path + "/key.pem";

    TestCertificate()
    {
        TestProcess openssl{{"openssl", "req", "-batch", "-x509", "-newkey", "ec", "-pkeyopt",
                             "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=test", "-addext",
                             "subjectAltName=IP:127.0.0.1", "-days", "2", "-keyout", key, "-out", file}};
        static_cast<void>(openssl.rest());
    }
};

} // namespace wf::file
