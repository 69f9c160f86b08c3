# Grading on macOS, Windows and Linux without Landlock of its own: an image for amd64 and arm64.
#
#     docker build -t ann-course-kit .
#     docker run --rm --network none -v "$PWD":/kit -v /path/to/submissions:/submissions:ro \
#         -v /path/to/results:/results ann-course-kit grade /submissions --out /results
#
# The checkout is mounted over /kit, so that the course's secret stays in it from run to run.
# No --privileged and no further capability: `... ann-course-kit doctor` lists what the engine
# lets through; docs/security.md says what has been tried. On amd64 add
# `--build-arg TORCH_INDEX=<address>` with PyTorch's own index for CPU builds, as pytorch.org
# shows it: pip's default build there is for CUDA (several GB). On arm64 it is for the CPU.
FROM python:3.11-slim-bookworm

RUN apt-get update \
    && apt-get install --yes --no-install-recommends libseccomp2 fonts-nanum \
    && rm -rf /var/lib/apt/lists/*

ARG TORCH_INDEX
COPY pyproject.toml constraints.txt README.md /kit/
RUN pip install --no-cache-dir \
    "$(sed -n 's/^ *"\(torch==[0-9.]*\)".*/\1/p' /kit/pyproject.toml)" \
    ${TORCH_INDEX:+--index-url "$TORCH_INDEX"}

COPY . /kit
RUN pip install --no-cache-dir --constraint /kit/constraints.txt --editable /kit

WORKDIR /kit
ENTRYPOINT ["autograder"]
CMD ["doctor"]
