/// Public keys made by `ssh-keygen` for these tests; their private halves are gone.
enum SampleKeys {
    static let ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHVbaYo1SiUpq07WKpbK5iSvODS3h6HyIRn6swz/iu+M ada@laptop"
    static let ed25519Fingerprint = "SHA256:vVT+yRtgtrTRcWscPPP9Jkpam0ANm2dh9zPilrHLngw"
    static let p256 =
        "ecdsa-sha2-nistp256 "
        + "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBBnjqz0g82RcuEcbLLHCLZDYorvX3AT3pm+EW3YQVSV3Uirsnkl5H4zgoSoL6b/4nPCFqz6Eap9"
        + "A4vS6aPStfXs= ada@laptop"
    static let p256Fingerprint = "SHA256:v15L9LTlT6WhGarrKKASa2+0ZQE/dHljmQSzs4YZEok"
    static let rsa2048 =
        "ssh-rsa "
        + "AAAAB3NzaC1yc2EAAAADAQABAAABAQDAGGqntBRDuQHL0eG20kQ6xdpzKeVMvJVhLm/LFeA6n2G17DkBpz24n/Fz37JcvMw8Qkyw9W3b3gu6hXn6VZPIVNokv4oXwevi"
        + "iF+qnPpCioMaa1zmpKf4u6t88CrpTi0QqZ1FF1wKDHqaFWmwctWDy7YjhPpo9n3IHZ4lt+2jmxW3wHemcJ241/XY5d2diQjEd5ASxkRQqwTvSUreNki5SfRgxsjH1jTF"
        + "feQlNLzIeBIS8uBs+3i4M6BJSnansi84AUrGf8TUyiSS9r+6NK4s5U7tg64al2QtVS1mFPO1dwpDd06X9w8VRDpAC1YTrrWaOr9+ta676pCiypuXOwV5 ada@laptop"
    static let rsa2048Fingerprint = "SHA256:1BVwk7slr8TeGj5kHGvlAHY1gWc+MhqswDvPfnskw/o"
    static let rsa1024 =
        "ssh-rsa "
        + "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDHHyEAVdot/TB2yt9eoVj9Bvzy1/xTsInaN1E1RN4jPXjpXEUK4Xq3baflCHIkegtYqjCFM0TZeekMyLg3HrD7J55oQebWPWR6"
        + "rz92n3ZPHYvRhducWLPCPW+pN3DLhwIGllN2gN67PW6b/5smp1Q/YJ/2UFlzxdIbFaLpK88Rmw== ada@laptop"
    static let dsa =
        "ssh-dss "
        + "AAAAB3NzaC1kc3MAAACBAPSjXwOB2oFFSOPnC7+ngVX+aDsmR920IiRMxasOewUKvV/90tn/vnm5FlMOYJ4DBb3w/qvri66C6J1eWvf8tOzcbEehLTIZv9A5qSin2fUL"
        + "OA6Fqif4IVYDImndIg/7kRTEg/nh5EcYvvLCjxap0a9RAFX/BOktwcniU44DYkHDAAAAFQDreuMvXWbzu1UCa+okhiuGF6iT1QAAAIEAt9OMU2FV9kAEf9l0cTSi1ZrL"
        + "S5WBVO5F3236YSC/g8pPxZgmMZGiRWmr7gQxACfwSNp3AaxocNKSGTLaUJjMVbc2UgHCrqwDTSRmdcvB9SHiHFKSe1VlfeGw5bI1yz9UAiTyZ1O+Kzv1mgy4p4NaecMR"
        + "ETyBxDzhjdNBPRxYtp4AAACAXhYNEg4bmTRurIDRhEosnKyxG6FHeuhzCpFaksLXF7xYnNhIDLYunhJxb4yymfm4mPDIqlHwrKHFM6gHE2j8THwrY8N7PNAtQI2bfhon"
        + "4CLLtoFYuV9WKVBz4gR2L1k/rXCr4I/894N+IYxGmZj37Q+6GmQSEP8FT6IX+MjB84k= ada@laptop"
}
