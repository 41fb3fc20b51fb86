"""What the layers of all transformers have in common, taken out of the modules that torch loaded.

Here alone stands how the authors of each architecture name their modules. Beyond this file a layer is an
attention, perhaps a second one across to an encoder, and two linear layers with an activation between them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn

from models.image_text.building import Array
from models.image_text.errors import UnsupportedModelError


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear layer: weight (out, in) and bias (out) or None, both float32."""

    weight: Array
    bias: Array | None


@dataclass(frozen=True, slots=True)
class Norm:
    """A normalisation to mean 0 and deviation 1."""

    weight: Array
    bias: Array
    epsilon: float


@dataclass(frozen=True, slots=True)
class Attention:
    """An attention of one set of tokens to itself or to another.

    Attributes:
        query: From the tokens that look.
        key: From the tokens that are looked at.
        value: From them too.
        output: Behind it.
        heads: Into how many the numbers are divided.
        scale: Of the products of queries and keys.
    """

    query: Linear
    key: Linear
    value: Linear
    output: Linear
    heads: int
    scale: float


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a transformer.

    Attributes:
        attention: Of its tokens to each other.
        attention_norm: Before it, or after it where ``norm_first`` is False.
        up: First linear layer of its second half.
        activation: Between the two, by the name in the configuration.
        down: Second one.
        mlp_norm: Before the two, or after.
        norm_first: Whether norms stand before each part, or after the sum.
        cross: Attention to what an encoder gave; None in an encoder.
        cross_norm: Of that.
    """

    attention: Attention
    attention_norm: Norm
    up: Linear
    activation: str
    down: Linear
    mlp_norm: Norm
    norm_first: bool = True
    cross: Attention | None = None
    cross_norm: Norm | None = None


def array(parameter: torch.Tensor) -> Array:
    """Return a weight of torch as float32."""
    values: Array = parameter.detach().to(torch.float32).numpy()
    return values


def linear(module: nn.Module) -> Linear:
    """Return a linear layer; that of GPT-2 keeps its weight the other way round."""
    weight = array(module.weight)
    turned = type(module).__name__ == "Conv1D"
    return Linear(weight.T if turned else weight, None if module.bias is None else array(module.bias))


def norm(module: nn.LayerNorm) -> Norm:
    """Return a normalisation."""
    return Norm(array(module.weight), array(module.bias), module.eps)


def layer_of(module: nn.Module) -> Layer:
    """Return the parts of one layer.

    Raises:
        UnsupportedModelError: Nobody has told us how that architecture names its parts.
    """
    name = type(module).__name__
    try:
        read = LAYERS[name]
    except KeyError:
        raise UnsupportedModelError(f"It has layers of the kind {name}, which we cannot write.") from None
    return read(module)


def _clip_like(layer: Any) -> Layer:
    return Layer(
        attention=_projections(layer.self_attn, layer.self_attn.scale),
        attention_norm=norm(layer.layer_norm1),
        up=linear(layer.mlp.fc1),
        activation=layer.mlp.config.hidden_act,
        down=linear(layer.mlp.fc2),
        mlp_norm=norm(layer.layer_norm2),
    )


def _vit(layer: Any) -> Layer:
    return Layer(
        attention=_projections(layer.attention, layer.attention.scaling),
        attention_norm=norm(layer.layernorm_before),
        up=linear(layer.mlp.fc1),
        activation=layer.mlp.config.hidden_act,
        down=linear(layer.mlp.fc2),
        mlp_norm=norm(layer.layernorm_after),
    )


def _bart_like(layer: Any, *, norm_first: bool = False) -> Layer:
    cross = getattr(layer, "encoder_attn", None)
    return Layer(
        attention=_projections(layer.self_attn, layer.self_attn.scaling),
        attention_norm=norm(layer.self_attn_layer_norm),
        up=linear(layer.fc1),
        activation=layer.self_attn.config.activation_function,
        down=linear(layer.fc2),
        mlp_norm=norm(layer.final_layer_norm),
        norm_first=norm_first,
        cross=None if cross is None else _projections(cross, cross.scaling),
        cross_norm=None if cross is None else norm(layer.encoder_attn_layer_norm),
    )


def _mbart(layer: Any) -> Layer:
    return _bart_like(layer, norm_first=True)


def _gpt2(layer: Any) -> Layer:
    cross = getattr(layer, "crossattention", None)
    query, key, value = divided(linear(layer.attn.c_attn), 3)
    own = Attention(query, key, value, linear(layer.attn.c_proj), layer.attn.num_heads, layer.attn.scaling)
    across = None
    if cross is not None:
        key, value = divided(linear(cross.c_attn), 2)
        across = Attention(
            linear(cross.q_attn), key, value, linear(cross.c_proj), cross.num_heads, cross.scaling
        )
    return Layer(
        attention=own,
        attention_norm=norm(layer.ln_1),
        up=linear(layer.mlp.c_fc),
        activation=layer.attn.config.activation_function,
        down=linear(layer.mlp.c_proj),
        mlp_norm=norm(layer.ln_2),
        cross=across,
        cross_norm=None if cross is None else norm(layer.ln_cross_attn),
    )


def _projections(attention: Any, scale: float) -> Attention:
    output = attention.out_proj if hasattr(attention, "out_proj") else attention.o_proj
    heads = attention.num_heads if hasattr(attention, "num_heads") else attention.num_attention_heads
    return Attention(
        linear(attention.q_proj),
        linear(attention.k_proj),
        linear(attention.v_proj),
        linear(output),
        heads,
        float(scale),
    )


def divided(packed: Linear, count: int) -> list[Linear]:
    """Divide a linear layer that gives several things at once."""
    size = len(packed.weight) // count
    parts = [slice(number * size, (number + 1) * size) for number in range(count)]
    return [Linear(packed.weight[part], None if packed.bias is None else packed.bias[part]) for part in parts]


LAYERS: dict[str, Callable[[Any], Layer]] = {
    "BartDecoderLayer": _bart_like,
    "BartEncoderLayer": _bart_like,
    "CLIPEncoderLayer": _clip_like,
    "GPT2Block": _gpt2,
    "Idefics3EncoderLayer": _clip_like,
    "MBartDecoderLayer": _mbart,
    "SiglipEncoderLayer": _clip_like,
    "SmolVLMEncoderLayer": _clip_like,
    "ViTLayer": _vit,
}
"""Class of a layer in transformers -> reads its parts."""
